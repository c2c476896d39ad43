import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findUsedNetwork, networkPlace } from './usedNetwork.ts';

/** A macvtap network that has no device to put guests on. */
export const networkWithoutDevice: Rule = {
  code: 'workspace/network-without-device',
  severity: 'error',
  covers: ['XD14'],
  page: {
    title: 'Network over a device of the host that names none',
    explanation: `With forward mode \`private\`, \`vepa\` or \`passthrough\`, and with \`bridge\` without a \`<bridge>\`, guests of a network get a macvtap device on one of the devices that the network lists. One without any is defined and started all the same, but no guest that uses it starts: \`network … uses a direct mode, but has no forward dev and no interface pool\`.

Add \`<interface dev='…'/>\` to the \`<forward>\` of the network. It is an error where one file of the workspace, and one only, defines the network.`,
    beside: [
      "<network>\n  <name>direct</name>\n  <forward mode='private'/>\n</network>",
      "<network>\n  <name>uplink</name>\n  <forward mode='private'>\n    <interface dev='eth1'/>\n  </forward>\n</network>",
    ],
    bad: "<interface type='network'>\n  <source network='direct'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='uplink'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const used = findUsedNetwork(element, context);
    if (used?.connection !== 'macvtap') return;
    const { devices, pciDevices, wholeCard } = used.network;
    if (devices.length > 0 || pciDevices.length > 0 || wholeCard) return;
    context.report({
      range: valueRange(used.attribute),
      message: `The network ${used.name} puts guests on a device of the host and names none. libvirt defines the guest and cannot start it. Add <interface dev=…/> to the <forward> of the network.`,
      libvirtMessage: `network '${used.name}' uses a direct mode, but has no forward dev and no interface pool`,
      related: networkPlace(used),
      fixes: () => {
        const { uri, insertions } = used.file;
        const edits = insertions?.device;
        return edits
          ? [{ title: `Add <interface dev='eth0'/> to the network ${used.name}`, edits: [], elsewhere: { uri, edits } }]
          : [];
      },
    });
  },
};
