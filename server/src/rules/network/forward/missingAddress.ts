import { network } from '../../../schema/network/network.ts';
import { insertChild, removeElement } from '../../../xml/edit.ts';
import { findAttribute, findChild } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';
import { networkMode, networkName } from '../networkMode.ts';

/** A network that is to be routed and has no address. */
export const missingAddress: Rule = {
  code: 'forward/missing-address',
  severity: 'error',
  covers: ['NW05'],
  page: {
    title: 'Routed network without an address',
    explanation: `With forward mode \`nat\`, \`route\` or \`open\` the host is the router of the guests, and needs an address on the network. libvirt refuses the document: \`nat forwarding requested, but no IP address provided for network '…'\`. Add an \`<ip>\`, or leave \`<forward>\` out: a network without a way out does without an address.`,
    bad: "<network>\n  <name>lan</name>\n  <forward mode='nat'/>\n  <bridge name='virbr10'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='nat'/>\n  <bridge name='virbr10'/>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
  },
  on: [network],
  check(element, { document, report }) {
    const mode = networkMode(element.xml);
    const forward = findChild(element.xml, 'forward');
    const routed = mode === 'nat' || mode === 'route' || mode === 'open';
    if (!forward || !routed || findChild(element.xml, 'ip')) return;
    const written = findAttribute(forward, 'mode');
    report({
      range: written ? valueRange(written) : forward.nameRange,
      message: `With mode ${mode} the host routes for the guests, and this network has no address for it. libvirt refuses the document. Add <ip>, or remove <forward>.`,
      libvirtMessage: `${mode} forwarding requested, but no IP address provided for network '${networkName(element, document.xml)}'`,
      fixes: () => [
        {
          title: 'Add an address with DHCP',
          preferred: true,
          edits: insertChild(
            document.xml,
            element.xml,
            "<ip address='192.168.100.1' netmask='255.255.255.0'>\n  <dhcp>\n    <range start='192.168.100.128' end='192.168.100.254'/>\n  </dhcp>\n</ip>",
          ),
        },
        { title: 'Remove <forward>', edits: removeElement(document.xml, forward) },
      ],
    });
  },
};
