import { parseIp } from '../../../schema/datatypes/ipNumber.ts';
import { natAddress, natPort } from '../../../schema/network/forward.ts';
import { replaceValue } from '../../../xml/edit.ts';
import { findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';
import { networkName } from '../networkMode.ts';

/** A range of addresses or ports for NAT that libvirt cannot use. */
export const badRange: Rule = {
  code: 'forward/bad-range',
  severity: 'error',
  covers: ['NW53', 'NW54'],
  page: {
    title: 'Range of addresses or ports for NAT that is reversed or too large',
    explanation:
      "The end of a range cannot be before its start: `range 1.2.3.10 - 1.2.3.4 is reversed`, `Missing or invalid 'end' attribute in <port> in <nat> in <forward> in network …`. The first two numbers of both addresses must be the same, or libvirt says that the `range … is too large (> 65535)`, however small it is.",
    bad: "<network>\n  <name>lan</name>\n  <forward mode='nat'>\n    <nat>\n      <port start='2000' end='1000'/>\n    </nat>\n  </forward>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='nat'>\n    <nat>\n      <port start='1000' end='2000'/>\n    </nat>\n  </forward>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
  },
  on: [natAddress, natPort],
  check(element, { document, report }) {
    const start = findAttribute(element.xml, 'start');
    const end = findAttribute(element.xml, 'end');
    const ports = element.declaration === natPort;
    const read = ports ? readPort : (text: string) => parseIp(text)?.value;
    const first = start && read(start.value);
    const last = end && read(end.value);
    if (!start || !end || first === undefined || last === undefined) return;
    const reversed = last < first;
    const tooLarge = !ports && first >> 16n !== last >> 16n;
    if (!reversed && !tooLarge) return;
    const problem = tooLarge && !reversed ? 'is too large (> 65535)' : 'is reversed ';
    report({
      range: valueRange(end),
      message: reversed
        ? `The range ends with ${end.value} before it starts with ${start.value}. libvirt refuses the document. Write the lower one as start.`
        : `The range from ${start.value} to ${end.value} is too large. libvirt refuses the document unless the first two numbers are the same. Write a smaller range.`,
      libvirtMessage: ports
        ? `Missing or invalid 'end' attribute in <port> in <nat> in <forward> in network ${networkName(element, document.xml)}`
        : `range ${start.value} - ${end.value} ${problem}`.trimEnd(),
      // Too large as well, whichever comes first: only the user knows.
      ...(reversed &&
        !tooLarge && {
          fixes: () => [
            {
              title: 'Swap start and end',
              preferred: true,
              edits: [...replaceValue(document.xml, start, end.value), ...replaceValue(document.xml, end, start.value)],
            },
          ],
        }),
    });
  },
};

function readPort(text: string): bigint | undefined {
  return /^\s*\+?\d{1,9}$/.test(text) ? BigInt(text.trim().replace('+', '')) : undefined;
}
