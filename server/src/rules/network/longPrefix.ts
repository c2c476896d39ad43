import { parseIp } from '../../schema/datatypes/ipNumber.ts';
import { networkIp } from '../../schema/network/ip.ts';
import { replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { networkName } from './networkMode.ts';

/** A prefix that an IPv4 address cannot have. */
export const longPrefix: Rule = {
  code: 'network/long-prefix',
  severity: 'error',
  covers: ['NW46'],
  page: {
    title: 'IPv4 prefix above 32',
    explanation: `An IPv4 address has 32 bits. The schema of libvirt takes a prefix of up to 128 for both families; its code refuses the document: \`Invalid IPv4 prefix '33' in network '…'\`.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' prefix='64'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' prefix='24'/>\n</network>",
  },
  on: [networkIp],
  check(element, { document, report }) {
    const prefix = findAttribute(element.xml, 'prefix');
    const ipv4 = parseIp(attributeValue(element.xml, 'address') ?? '')?.family === 'ipv4';
    // Above 128 the type of the attribute says so.
    if (!prefix || !ipv4 || !/^\s*\+?\d{1,9}$/.test(prefix.value)) return;
    const length = Number(prefix.value);
    if (length <= 32 || length > 128) return;
    report({
      range: valueRange(prefix),
      message: `The prefix of an IPv4 address is 32 at most, and this is ${length}. libvirt refuses the document. Write a smaller number, such as 24.`,
      libvirtMessage: `Invalid IPv4 prefix '${length}' in network '${networkName(element, document.xml)}'`,
      fixes: () => [{ title: "Change to '24'", preferred: true, edits: replaceValue(document.xml, prefix, '24') }],
    });
  },
};
