import { network } from '../../schema/network/network.ts';
import { removeElement } from '../../xml/edit.ts';
import { attributeValue, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { deviceModes, networkMode, networkName, routedModes } from './networkMode.ts';

/** What a network is defined and started with although no guest can then start on it. */
export const guestsCannotStart: Rule = {
  code: 'network/guests-cannot-start',
  severity: 'warning',
  covers: ['NW72', 'NW75'],
  page: {
    title: 'Setting with which no guest on the network starts',
    explanation: `libvirt looks at some settings only when it connects a guest. A \`<virtualport>\` on a network that libvirt routes: \`<virtualport type='…'> not supported for network '…' which uses IP forwarding\`. \`<port isolated='yes'/>\` where guests get macvtap devices or virtual functions, which are no ports of a bridge. The network is defined and started, and each guest on it fails to start.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n  <virtualport type='openvswitch'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='ovsbr0'/>\n  <virtualport type='openvswitch'/>\n</network>",
  },
  on: [network],
  check(element, { document, report }) {
    const mode = networkMode(element.xml);
    const virtualport = findChild(element.xml, 'virtualport');
    const type = virtualport && attributeValue(virtualport, 'type');
    if (virtualport && type !== undefined && routedModes.has(mode)) {
      report({
        range: virtualport.nameRange,
        message: `A virtual port belongs to a switch, and guests of this network are on a bridge that libvirt makes. The network is defined and started, and then no guest on it starts. Remove <virtualport>, or use mode bridge with the bridge of the switch.`,
        libvirtMessage: `<virtualport type='${type}'> not supported for network '${networkName(element, document.xml)}' which uses IP forwarding`,
        fixes: () => [
          { title: 'Remove <virtualport>', preferred: true, edits: removeElement(document.xml, virtualport) },
        ],
      });
    }
    const port = findChild(element.xml, 'port');
    if (port && attributeValue(port, 'isolated') === 'yes' && deviceModes.has(mode)) {
      report({
        range: port.nameRange,
        message: `Only ports of a Linux bridge can be isolated, and with mode ${mode} guests get devices of the host. The network is defined and started, and then no guest on it starts. Remove <port>${mode === 'vepa' ? ', or use mode private, which has this effect' : ''}.`,
        fixes: () => [{ title: 'Remove <port>', preferred: true, edits: removeElement(document.xml, port) }],
      });
    }
  },
};
