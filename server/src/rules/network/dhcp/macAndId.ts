import { dhcpHost } from '../../../schema/network/dhcp.ts';
import { removeAttribute } from '../../../xml/edit.ts';
import { findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { hostFamily } from './hostFamily.ts';

/** A guest told by its MAC address and its DUID at once. */
export const macAndId: Rule = {
  code: 'dhcp/mac-and-id',
  severity: 'error',
  covers: [],
  page: {
    title: 'Fixed address for both a MAC address and a DUID',
    explanation:
      'A `<host>` tells a guest by `mac` or by `id`. The schema of libvirt refuses both together, so `virsh net-edit` and `net-define --validate` do. IPv4 works with `mac`.',
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' id='0:3:0:1:52:54:00:12:34:56' ip='192.168.100.10'/>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' ip='192.168.100.10'/>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [dhcpHost],
  check(element, { document, report }) {
    const mac = findAttribute(element.xml, 'mac');
    const id = findAttribute(element.xml, 'id');
    // For IPv6 it is the MAC address that is wrong.
    if (!mac || !id || hostFamily(element) === 'ipv6') return;
    report({
      range: id.nameRange,
      message: "A guest is told by mac or by id. libvirt's schema refuses both together. Keep mac, which is for IPv4.",
      related: [{ range: mac.nameRange, message: 'The MAC address' }],
      fixes: () => [{ title: 'Remove id', preferred: true, edits: removeAttribute(document.xml, id) }],
    });
  },
};
