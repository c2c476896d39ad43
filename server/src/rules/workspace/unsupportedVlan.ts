import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { attributeValue, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { findUsedNetwork, networkPlace, type UsedNetwork } from './usedNetwork.ts';

/** A VLAN tag on a network that does not tag. */
export const unsupportedVlan: Rule = {
  code: 'workspace/unsupported-vlan',
  severity: 'error',
  covers: ['XD13'],
  page: {
    title: 'VLAN tag on a network that has none',
    explanation: `libvirt sets VLAN tags on ports of a host bridge (forward mode \`bridge\` with a \`<bridge>\`), and on devices that a guest has for itself (\`passthrough\`, \`hostdev\`). On an isolated network and with \`nat\`, \`route\`, \`open\`, \`private\`, \`vepa\` or \`bridge\` over a device, \`define\` takes the \`<vlan>\` and the start fails: \`vlan tag not supported for this connection type\`.

It is an error where one file of the workspace, and one only, defines the network.`,
    beside: ["<network>\n  <name>lab</name>\n  <bridge name='virbr-lab'/>\n</network>"],
    bad: "<interface type='network'>\n  <source network='lab'/>\n  <vlan>\n    <tag id='5'/>\n  </vlan>\n</interface>",
    good: "<interface type='network'>\n  <source network='lab'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { document, report } = context;
    const used = findUsedNetwork(element, context);
    const vlan = findChild(element.xml, 'vlan');
    if (!used || !vlan || !findChild(vlan, 'tag') || tagsVlans(used)) return;
    const mac = findChild(element.xml, 'mac');
    const address = mac && attributeValue(mac, 'address');
    report({
      range: vlan.nameRange,
      message: `The network ${used.name} has no VLAN tags (${describe(used)}). libvirt defines the guest and cannot start it. Remove <vlan>, or use a network over a host bridge.`,
      ...(address && {
        libvirtMessage: `interface ${address} - vlan tag not supported for this connection type`,
      }),
      related: networkPlace(used),
      fixes: () => [{ title: 'Remove <vlan>', preferred: true, edits: removeElement(document.xml, vlan) }],
    });
  },
};

/** As `virDomainActualNetDefValidate` decides; what is not known for certain may. */
function tagsVlans({ connection, network }: UsedNetwork): boolean {
  return !(connection === 'forwarding' || (connection === 'macvtap' && network.forward !== 'passthrough'));
}

function describe({ network }: UsedNetwork): string {
  return network.forward === 'none' ? 'it is isolated' : `forward mode ${network.forward}`;
}
