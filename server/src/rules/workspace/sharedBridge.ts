import { network } from '../../schema/network/network.ts';
import { readNetwork } from '../../workspace/networkFacts.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { networkLabel, otherNetworks } from './otherNetworks.ts';
import { connectionOf } from './usedNetwork.ts';

/** One bridge for two networks. */
export const sharedBridge: Rule = {
  code: 'workspace/shared-bridge',
  severity: 'warning',
  covers: ['NW80'],
  page: {
    title: 'Bridge that another network has as well',
    explanation: `libvirt makes the bridge of a network that it routes or isolates, so no two networks of a host can have the same one: \`bridge name 'virbr7' already in use.\` Without a name libvirt chooses a free one. Networks with forward mode \`bridge\` use a bridge of the host, which any number of them may share.

It is a warning and no error, because the two files may be meant for two hosts.`,
    beside: ["<network>\n  <name>lab</name>\n  <bridge name='virbr7'/>\n</network>"],
    bad: "<network>\n  <name>office</name>\n  <bridge name='virbr7'/>\n</network>",
    good: "<network>\n  <name>office</name>\n  <bridge name='virbr8'/>\n</network>",
  },
  on: [network],
  check(element, context) {
    const facts = readNetwork(element.xml);
    const { bridge } = facts;
    if (!bridge || connectionOf(facts) !== 'forwarding') return;
    const [other] = otherNetworks('networkBridge', bridge.value, element, context);
    if (!other?.network?.bridge) return;
    context.report({
      range: bridge.range,
      message: `The ${networkLabel(other)} has the bridge ${bridge.value} as well. libvirt refuses to define the second one on the same host. Write another name, or none: libvirt then chooses a free one.`,
      libvirtMessage: `bridge name '${bridge.value}' already in use.`,
      related: [{ uri: other.uri, range: other.network.bridge.range, message: 'The same bridge is here' }],
      fixes: () => {
        const child = findChild(element.xml, 'bridge');
        const name = child && findAttribute(child, 'name');
        return name
          ? [{ title: 'Remove name', preferred: true, edits: removeAttribute(context.document.xml, name) }]
          : [];
      },
    });
  },
};
