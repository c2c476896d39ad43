import { formatIp, parseIp } from '../../../schema/datatypes/ipNumber.ts';
import { dhcpHost } from '../../../schema/network/dhcp.ts';
import { isInSubnet } from '../../../workspace/subnet.ts';
import { findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';
import { enclosingSubnet } from './dhcpRange.ts';

/** A fixed address that is not on the network. */
export const hostOutsideSubnet: Rule = {
  code: 'dhcp/host-outside-subnet',
  severity: 'warning',
  covers: ['NW40'],
  page: {
    title: 'Fixed address outside the subnet',
    explanation:
      'dnsmasq gives out addresses of the subnet of the `<ip>` only; a `<host>` with another one never gets it. libvirt checks ranges and does not check this, so the network is defined and started, and the guest gets an address of a range instead, or none.',
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' ip='10.9.9.9'/>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' ip='192.168.100.9'/>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [dhcpHost],
  check(element, { report }) {
    const ip = findAttribute(element.xml, 'ip');
    const address = ip && parseIp(ip.value);
    const subnet = enclosingSubnet(element);
    if (!ip || !address || !subnet || isInSubnet(subnet, address)) return;
    report({
      range: valueRange(ip),
      message: `${ip.value} is not in the subnet ${formatIp({ family: subnet.family, value: subnet.first })}/${subnet.prefix}. libvirt defines the network, and the guest never gets this address. Write one of the subnet.`,
    });
  },
};
