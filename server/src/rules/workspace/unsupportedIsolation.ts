import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { isIsolated } from '../../workspace/networkFacts.ts';
import { removeElement } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findUsedNetwork, networkPlace } from './usedNetwork.ts';

/** An isolated port where no bridge is. */
export const unsupportedIsolation: Rule = {
  code: 'workspace/unsupported-isolation',
  severity: 'error',
  covers: ['XD15'],
  page: {
    title: 'Isolated port on a network without a bridge',
    explanation: `\`<port isolated='yes'/>\` keeps ports of a Linux bridge apart. A network that puts guests on macvtap or hands them a device of the host has no bridge: the start of a guest fails, whether the interface or the network asks for it: \`<port isolated='yes'/> is not supported for network interfaces with type='direct'\`.

Forward mode \`private\` keeps the guests of one device apart. It is an error where one file of the workspace, and one only, defines the network.`,
    beside: [
      "<network>\n  <name>uplink</name>\n  <forward mode='vepa'>\n    <interface dev='eth1'/>\n  </forward>\n</network>",
    ],
    bad: "<interface type='network'>\n  <source network='uplink'/>\n  <port isolated='yes'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='uplink'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { document, report } = context;
    const used = findUsedNetwork(element, context);
    if (used?.connection !== 'macvtap' && used?.connection !== 'hostdev') return;
    const port = isIsolated(element.xml) ? findChild(element.xml, 'port') : undefined;
    if (!port && !used.network.isolated) return;
    const isolated = port && findAttribute(port, 'isolated');
    const mac = findChild(element.xml, 'mac');
    const address = mac && attributeValue(mac, 'address');
    const type = used.connection === 'macvtap' ? 'direct' : 'hostdev';
    report({
      range: valueRange(isolated ?? used.attribute),
      message: `${port ? `The network ${used.name} has no bridge whose ports could be isolated` : `The network ${used.name} asks for isolated ports and has no bridge for that`}. libvirt defines the guest and cannot start it. Remove <port>${port ? '' : ' from the network'}; mode private keeps guests on one device apart.`,
      ...(address && {
        libvirtMessage: `interface ${address} - <port isolated='yes'/> is not supported for network interfaces with type='${type}'`,
      }),
      related: networkPlace(used),
      ...(port && {
        fixes: () => [{ title: 'Remove <port>', preferred: true, edits: removeElement(document.xml, port) }],
      }),
    });
  },
};
