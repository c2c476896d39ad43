import { anyMac } from '../../../schema/datatypes/macAddress.ts';
import { dhcpHost } from '../../../schema/network/dhcp.ts';
import { removeAttribute, renameAttribute, replaceValue } from '../../../xml/edit.ts';
import { findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { networkName } from '../networkMode.ts';
import { hostFamily } from './hostFamily.ts';

/** A fixed IPv6 address for a guest that is told by its MAC address. */
export const macForIpv6: Rule = {
  code: 'dhcp/mac-for-ipv6',
  severity: 'error',
  covers: ['NW36'],
  page: {
    title: 'MAC address in DHCP for IPv6',
    explanation: `DHCP for IPv6 tells guests by their DUID, which they send as \`id\`. libvirt refuses a MAC address: \`Invalid to specify MAC address '…' in network '…' IPv6 static host definition\`. Many systems make their DUID from the MAC address, as \`0:3:0:1:\` and the address; others do not, so look it up in the guest, or use \`name\`.`,
    bad: "<network>\n  <name>lan</name>\n  <ip family='ipv6' address='2001:db8:50::1' prefix='64'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' ip='2001:db8:50::5'/>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip family='ipv6' address='2001:db8:50::1' prefix='64'>\n    <dhcp>\n      <host id='0:3:0:1:52:54:00:12:34:56' ip='2001:db8:50::5'/>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [dhcpHost],
  check(element, { document, report }) {
    const mac = findAttribute(element.xml, 'mac');
    if (!mac || hostFamily(element) !== 'ipv6') return;
    const named = findAttribute(element.xml, 'id') ?? findAttribute(element.xml, 'name');
    report({
      range: mac.nameRange,
      message:
        'DHCP for IPv6 tells guests by their DUID, not by a MAC address. libvirt refuses the document. Write id or name.',
      libvirtMessage: `Invalid to specify MAC address '${mac.value}' in network '${networkName(element, document.xml)}' IPv6 static host definition`,
      fixes: () => {
        if (named) return [{ title: 'Remove mac', preferred: true, edits: removeAttribute(document.xml, mac) }];
        // A mistake in the address itself would stand in the DUID as well.
        if (anyMac.check(mac.value)) return [];
        return [
          {
            title: 'Change to the DUID that is made from this MAC address',
            preferred: true,
            edits: [
              ...renameAttribute(document.xml, mac, 'id'),
              ...replaceValue(document.xml, mac, `0:3:0:1:${mac.value}`),
            ],
          },
        ];
      },
    });
  },
};
