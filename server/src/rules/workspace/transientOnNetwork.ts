import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findUsedNetwork, networkPlace } from './usedNetwork.ts';

/** The transient half of a failover pair on a network that hands over no devices. */
export const transientOnNetwork: Rule = {
  code: 'workspace/transient-on-network',
  severity: 'error',
  covers: ['XD16', 'TM07'],
  page: {
    title: 'Transient half of a failover pair on a network without host devices',
    explanation: `The transient half of a failover pair is a device of the host that is unplugged for a migration: an interface of type \`hostdev\`, or of type \`network\` on a network with \`<forward mode='hostdev'>\`. On any other network \`define\` takes it and the start fails: \`teaming transient device must be type='hostdev', not 'network'\`.

It is an error where one file of the workspace, and one only, defines the network.`,
    beside: [
      "<network>\n  <name>lab</name>\n  <bridge name='virbr-lab'/>\n</network>",
      "<network>\n  <name>card</name>\n  <forward mode='hostdev' managed='yes'>\n    <pf dev='eth3'/>\n  </forward>\n</network>",
    ],
    bad: failover('lab'),
    good: failover('card'),
  },
  on: [interfaceDevice],
  check(element, context) {
    const used = findUsedNetwork(element, context);
    const teaming = findChild(element.xml, 'teaming');
    const type = teaming && findAttribute(teaming, 'type');
    if (!used?.connection || used.connection === 'hostdev' || context.driver !== 'qemu') return;
    if (type?.value !== 'transient' || !type.closed) return;
    const mac = findChild(element.xml, 'mac');
    const address = mac && attributeValue(mac, 'address');
    const actual = used.connection === 'macvtap' ? 'direct' : used.connection === 'bridge' ? 'bridge' : 'network';
    context.report({
      range: valueRange(type),
      message: `The transient half of a failover pair must be a device of the host, and the network ${used.name} hands over none. libvirt defines the guest and cannot start it. Use type='hostdev', or a network with <forward mode='hostdev'>.`,
      ...(address && {
        libvirtMessage: `interface ${address} - teaming transient device must be type='hostdev', not '${actual}'`,
      }),
      related: networkPlace(used),
    });
  },
};

function failover(network: string): string {
  return `<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='bridge'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source bridge='br0'/>\n      <model type='virtio'/>\n      <teaming type='persistent'/>\n      <alias name='ua-backup'/>\n    </interface>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source network='${network}'/>\n      <model type='virtio'/>\n      <teaming type='transient' persistent='ua-backup'/>\n    </interface>\n  </devices>\n</domain>`;
}
