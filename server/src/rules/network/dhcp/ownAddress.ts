import { formatIp } from '../../../schema/datatypes/ipNumber.ts';
import { dhcpRange } from '../../../schema/network/dhcp.ts';
import { replaceValue } from '../../../xml/edit.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';
import { findRangeProblem, readDhcpRange } from './dhcpRange.ts';

/** A range with the address of the bridge in it. */
export const ownAddress: Rule = {
  code: 'dhcp/own-address',
  severity: 'hint',
  covers: ['NW33'],
  page: {
    title: 'DHCP range that contains the address of the bridge',
    explanation:
      'The address of the `<ip>` is that of the bridge on the host. dnsmasq does not give its own address to a guest, so the range has one address less than it seems to have. libvirt says nothing. Start the range behind the address, so that the document says what happens.',
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.100.1' end='192.168.100.254'/>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.100.2' end='192.168.100.254'/>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [dhcpRange],
  check(element, { document, report }) {
    const range = readDhcpRange(element);
    if (!range || findRangeProblem(range)) return;
    const { start, end, first, last, subnet } = range;
    const own = subnet.address;
    if (own.value < first.value || own.value > last.value) return;
    const atStart = own.value === first.value && first.value < last.value;
    const next = formatIp({ family: own.family, value: own.value + 1n });
    report({
      range: valueRange(atStart || own.value !== last.value ? start : end),
      message: `The range contains ${formatIp(own)}, the address of the bridge, which dnsmasq does not give out. ${atStart ? `Start with ${next}.` : 'Leave it out of the range.'}`,
      ...(atStart && {
        fixes: () => [{ title: `Start with ${next}`, preferred: true, edits: replaceValue(document.xml, start, next) }],
      }),
    });
  },
};
