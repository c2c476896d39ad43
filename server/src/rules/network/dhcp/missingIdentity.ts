import { dhcpHost } from '../../../schema/network/dhcp.ts';
import { insertAttribute } from '../../../xml/edit.ts';
import { findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { networkName } from '../networkMode.ts';
import { hostFamily } from './hostFamily.ts';

/** A fixed address for nobody in particular. */
export const missingIdentity: Rule = {
  code: 'dhcp/missing-identity',
  severity: 'error',
  covers: ['NW34', 'NW37'],
  page: {
    title: 'Fixed address without saying for whom',
    explanation: `A \`<host>\` in \`<dhcp>\` gives one guest its address: an IPv4 guest is told by \`mac\` or \`name\`, an IPv6 guest by \`id\` (its DUID) or \`name\`. libvirt refuses the document otherwise: \`Static host definition in IPv4 network '…' must have mac or name attribute\`, \`Static host definition in IPv6 network '…' must have id or name attribute\`.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host ip='192.168.100.10'/>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' ip='192.168.100.10'/>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [dhcpHost],
  check(element, { document, report }) {
    const ipv6 = hostFamily(element) === 'ipv6';
    const has = (name: string) => findAttribute(element.xml, name) !== undefined;
    // A MAC address for IPv6 is dhcp/mac-for-ipv6.
    if (has('name') || has('mac') || (ipv6 && has('id'))) return;
    // A misspelt attribute is reported as such.
    if (element.xml.attributes.some(({ name }) => !element.body.attributes.has(name))) return;
    const [key, family] = ipv6 ? ['id', 'IPv6'] : ['mac', 'IPv4'];
    report({
      range: element.xml.nameRange,
      message: `It is not said which guest gets the address. libvirt refuses the document. Add ${key} or name.`,
      libvirtMessage: `Static host definition in ${family} network '${networkName(element, document.xml)}' must have ${key} or name attribute`,
      fixes: generator => [
        // An id beside a MAC address would be the next mistake.
        ipv6 || has('id')
          ? { title: 'Add name', preferred: true, edits: insertAttribute(document.xml, element.xml, 'name', 'guest') }
          : {
              title: 'Add mac',
              preferred: true,
              edits: insertAttribute(document.xml, element.xml, 'mac', generator.mac()),
            },
      ],
    });
  },
};
