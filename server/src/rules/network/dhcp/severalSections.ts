import { network } from '../../../schema/network/network.ts';
import { removeElement } from '../../../xml/edit.ts';
import { attributeValue, findChild, findChildren } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';

/** DHCP on two addresses of one family. */
export const severalSections: Rule = {
  code: 'dhcp/several-sections',
  severity: 'error',
  covers: ['NW28'],
  page: {
    title: 'DHCP on two addresses of one family',
    explanation: `A network can have several addresses, and DHCP on one IPv4 and one IPv6 address of them. \`virsh net-define\` refuses more: \`Multiple IPv4 dhcp sections found -- dhcp is supported only for a single IPv4 address on each network\`. Several ranges in one \`<dhcp>\` are fine.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.100.2' end='192.168.100.99'/>\n    </dhcp>\n  </ip>\n  <ip address='192.168.101.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.101.2' end='192.168.101.99'/>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.100.2' end='192.168.100.99'/>\n    </dhcp>\n  </ip>\n  <ip address='192.168.101.1' netmask='255.255.255.0'/>\n</network>",
  },
  on: [network],
  check(element, { document, report }) {
    const sections = findChildren(element.xml, 'ip').flatMap(ip => {
      const dhcp = findChild(ip, 'dhcp');
      // A section without ranges and hosts does not count.
      const gives = dhcp && (findChild(dhcp, 'range') ?? findChild(dhcp, 'host'));
      return dhcp && gives ? [{ dhcp, family: attributeValue(ip, 'family') === 'ipv6' ? 'IPv6' : 'IPv4' }] : [];
    });
    for (const family of ['IPv4', 'IPv6']) {
      const [first, ...others] = sections.filter(section => section.family === family);
      for (const { dhcp } of others) {
        report({
          range: dhcp.nameRange,
          message: `Another ${family} address of this network has <dhcp>, and only one can. virsh net-define refuses the document. Remove one of them.`,
          libvirtMessage: `Multiple ${family} dhcp sections found -- dhcp is supported only for a single ${family} address on each network`,
          ...(first && { related: [{ range: first.dhcp.nameRange, message: `The first <dhcp> for ${family}` }] }),
          fixes: () => [
            { title: 'Remove this <dhcp>', preferred: true, edits: removeElement(document.xml, dhcp) },
            ...(first ? [{ title: 'Remove the other <dhcp>', edits: removeElement(document.xml, first.dhcp) }] : []),
          ],
        });
      }
    }
  },
};
