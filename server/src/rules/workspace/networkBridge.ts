import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { renameAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { connectionOf } from './usedNetwork.ts';

/** A bridge interface on the bridge that libvirt makes for a network. */
export const networkBridge: Rule = {
  code: 'workspace/network-bridge',
  severity: 'information',
  covers: ['XD23'],
  page: {
    title: 'Bridge that belongs to a libvirt network',
    explanation: `The bridge of a network with forward mode \`nat\`, \`route\`, \`open\` or none comes and goes with the network. An interface of type \`bridge\` on it works, but libvirt does not know that it uses the network: no port group, no network hook, no entry among the ports of the network, and it is cut off when the network is restarted or gets another bridge.

Name the network instead: \`type='network'\` with \`<source network=…/>\`.`,
    beside: ["<network>\n  <name>lab</name>\n  <bridge name='virbr7'/>\n</network>"],
    bad: "<interface type='bridge'>\n  <source bridge='virbr7'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='lab'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, workspace, report }) {
    const source = workspace && selectedType(element) === 'bridge' ? findChild(element.xml, 'source') : undefined;
    const bridge = source && findAttribute(source, 'bridge');
    if (!workspace || !bridge?.closed) return;
    const owner = workspace.files
      .filesWith('networkBridge', bridge.value)
      .find(({ network }) => network && connectionOf(network) === 'forwarding');
    const name = owner?.name?.value;
    if (!owner?.network?.bridge || name === undefined) return;
    const type = findAttribute(element.xml, 'type');
    const virtualport = findChild(element.xml, 'virtualport');
    report({
      range: valueRange(bridge),
      message: `${bridge.value} is the bridge of the network ${name}. It works, but libvirt does not know that the guest uses the network, and cuts it off when the network is restarted. Write type='network' and <source network='${name}'/>.`,
      related: [
        { uri: owner.uri, range: owner.network.bridge.range, message: `The network ${name} has its bridge here` },
      ],
      fixes: () =>
        type && !virtualport
          ? [
              {
                title: `Use the network ${name}`,
                preferred: true,
                edits: [
                  ...replaceValue(document.xml, type, 'network'),
                  ...replaceValue(document.xml, bridge, name),
                  ...renameAttribute(document.xml, bridge, 'network'),
                ],
              },
            ]
          : [],
    });
  },
};
