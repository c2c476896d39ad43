import { networkIp } from '../../schema/network/ip.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { parseIp } from './ipNumber.ts';
import { netmaskPrefix } from './subnet.ts';

/** An address that stands for a netmask and is none. */
export const badNetmask: Rule = {
  code: 'network/bad-netmask',
  severity: 'warning',
  covers: ['NW85'],
  page: {
    title: 'Netmask with a gap',
    explanation:
      'A netmask is a row of ones followed by zeros, such as 255.255.255.0. libvirt takes any IPv4 address for one when the network is defined, and then works with a subnet that nobody meant; with a DHCP range it refuses the document (`bad prefix -1 for network … when checking range`).',
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.0.255.0'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
  },
  on: [networkIp],
  check(element, { report }) {
    const netmask = findAttribute(element.xml, 'netmask');
    if (!netmask || parseIp(netmask.value)?.family !== 'ipv4' || netmaskPrefix(netmask.value) !== undefined) return;
    report({
      range: valueRange(netmask),
      message: `${netmask.value} is no netmask: its bits are not ones followed by zeros. libvirt defines the network with a subnet that nobody meant. Write one such as 255.255.255.0, or prefix.`,
    });
  },
};
