import { formatIp, parseIp } from '../../../schema/datatypes/ipNumber.ts';
import { dhcpIpv4, dhcpIpv6 } from '../../../schema/network/dhcp.ts';
import { removeElement } from '../../../xml/edit.ts';
import { findAttribute, findChildren } from '../../../xml/query.ts';
import type { XmlAttribute } from '../../../xml/tree.ts';
import { groupBy } from '../../groupBy.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';

/** Two fixed addresses for one guest, or one for two. */
export const duplicateHost: Rule = {
  code: 'dhcp/duplicate-host',
  severity: 'warning',
  covers: ['NW41'],
  page: {
    title: 'Two fixed addresses that contradict each other',
    explanation:
      'A MAC address, a name, a DUID or an address that stands in two `<host>` elements of one `<dhcp>`: dnsmasq follows one of them, and which one is not said; an address that is given out twice it reports as an error. libvirt defines the network without a word.',
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' ip='192.168.100.10'/>\n      <host mac='52:54:00:12:34:56' ip='192.168.100.11'/>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' ip='192.168.100.10'/>\n      <host mac='52:54:00:12:34:57' ip='192.168.100.11'/>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [dhcpIpv4, dhcpIpv6],
  check(element, { document, report }) {
    const hosts = findChildren(element.xml, 'host');
    // One finding for a host, about the first of these that it shares.
    const reported = new Set<XmlAttribute['owner']>();
    for (const key of ['mac', 'id', 'ip', 'name']) {
      const written = hosts.flatMap(host => findAttribute(host, key) ?? []);
      for (const [, [first, ...others]] of groupBy(written, ({ value }) => normalize(key, value))) {
        for (const other of others) {
          if (reported.has(other.owner)) continue;
          reported.add(other.owner);
          report({
            range: valueRange(other),
            message: `Another <host> has the ${key} ${other.value}. libvirt defines the network, and dnsmasq follows one of the two. Remove one, or write another ${key}.`,
            related: [{ range: valueRange(first), message: `${key} ${first.value} is used here as well` }],
            fixes: () => [
              { title: 'Remove this <host>', preferred: true, edits: removeElement(document.xml, other.owner) },
            ],
          });
        }
      }
    }
  },
};

function normalize(key: string, value: string): string | undefined {
  if (value === '') return undefined;
  if (key !== 'ip') return value.toLowerCase();
  const address = parseIp(value);
  return address ? formatIp(address) : value;
}
