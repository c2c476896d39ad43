import { parseIp } from '../../schema/datatypes/ipNumber.ts';
import { networkIp, networkRoute } from '../../schema/network/ip.ts';
import { netmaskPrefix } from '../../workspace/subnet.ts';
import { removeAttribute, renameAttribute, replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { networkName } from './networkMode.ts';

/** A netmask beside an IPv6 address. */
export const ipv6Netmask: Rule = {
  code: 'network/ipv6-netmask',
  severity: 'error',
  covers: ['NW45'],
  page: {
    title: 'Netmask for an IPv6 address',
    explanation: `IPv6 has prefixes, no netmasks. libvirt refuses the document: \`netmask not allowed for IPv6 address '…' in network '…'\`. Write \`prefix\`, mostly 64.`,
    bad: "<network>\n  <name>lan</name>\n  <ip family='ipv6' address='2001:db8:50::1' netmask='ffff:ffff:ffff:ffff::'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip family='ipv6' address='2001:db8:50::1' prefix='64'/>\n</network>",
  },
  on: [networkIp, networkRoute],
  replaces: ['value/bad-ip'],
  check(element, { document, report }) {
    const netmask = findAttribute(element.xml, 'netmask');
    const address = attributeValue(element.xml, 'address') ?? '';
    if (!netmask || parseIp(address)?.family !== 'ipv6') return;
    const prefix = (parseIp(netmask.value)?.family === 'ipv6' && netmaskPrefix(netmask.value)) || 64;
    const written = findAttribute(element.xml, 'prefix');
    report({
      range: valueRange(netmask),
      message: `An IPv6 address has no netmask. libvirt refuses the document. Write prefix='${prefix}' in its place.`,
      libvirtMessage:
        element.declaration === networkIp
          ? `netmask not allowed for IPv6 address '${address}' in network '${networkName(element, document.xml)}'`
          : `Specifying netmask invalid for IPv6 address '${address}' in route definition`,
      fixes: () => [
        written
          ? { title: 'Remove netmask', preferred: true, edits: removeAttribute(document.xml, netmask) }
          : {
              title: `Change to prefix='${prefix}'`,
              preferred: true,
              edits: [
                ...renameAttribute(document.xml, netmask, 'prefix'),
                ...replaceValue(document.xml, netmask, String(prefix)),
              ],
            },
      ],
    });
  },
};
