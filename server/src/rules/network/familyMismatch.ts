import { parseIp } from '../../schema/datatypes/ipNumber.ts';
import { networkIp } from '../../schema/network/ip.ts';
import { insertAttribute, removeAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { networkName } from './networkMode.ts';

/** An address of another family than is said. */
export const familyMismatch: Rule = {
  code: 'network/family-mismatch',
  severity: 'error',
  covers: ['NW44'],
  page: {
    title: 'Address of another family than the one written',
    explanation: `An \`<ip>\` is IPv4 unless it says \`family='ipv6'\`; libvirt does not tell it from the address. It refuses the document: \`no family specified for non-IPv4 address '2001:db8:50::1' in network '…'\`.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='2001:db8:50::1' prefix='64'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='2001:db8:50::1' family='ipv6' prefix='64'/>\n</network>",
  },
  on: [networkIp],
  check(element, { document, report }) {
    const address = findAttribute(element.xml, 'address');
    const actual = address && parseIp(address.value)?.family;
    const family = findAttribute(element.xml, 'family');
    const said = family?.value ?? 'ipv4';
    if (!address || actual === undefined || actual === said || (said !== 'ipv4' && said !== 'ipv6')) return;
    const names = { ipv4: 'IPv4', ipv6: 'IPv6' };
    const network = networkName(element, document.xml);
    report({
      range: valueRange(address),
      message: `${address.value} is an ${names[actual]} address, and ${family ? `family is ${said}` : 'without family an IPv4 one is expected'}. libvirt refuses the document. Write family='${actual}'.`,
      libvirtMessage:
        said === 'ipv6'
          ? `family 'ipv6' specified for non-IPv6 address '${address.value}' in network '${network}'`
          : `${family ? said : 'no'} family specified for non-IPv4 address '${address.value}' in network '${network}'`,
      fixes: () => [
        {
          title: actual === 'ipv4' ? 'Remove family' : "Write family='ipv6'",
          preferred: true,
          edits:
            family === undefined
              ? insertAttribute(document.xml, element.xml, 'family', actual, address)
              : actual === 'ipv4'
                ? removeAttribute(document.xml, family)
                : replaceValue(document.xml, family, actual),
        },
      ],
    });
  },
};
