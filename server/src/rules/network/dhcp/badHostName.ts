import { dhcpHost } from '../../../schema/network/dhcp.ts';
import { replaceValue } from '../../../xml/edit.ts';
import { findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';
import { networkName } from '../networkMode.ts';

/** A name for a guest that does not begin as names do. */
export const badHostName: Rule = {
  code: 'dhcp/bad-host-name',
  severity: 'error',
  covers: ['NW39'],
  page: {
    title: 'Host name that begins with neither letter nor digit',
    explanation: `libvirt takes any name for a guest in \`<dhcp>\` that begins with a letter of ASCII or a digit, and refuses the document otherwise: \`Cannot use host name '_a' in network '…'\`.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' name='_web' ip='192.168.100.10'/>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <host mac='52:54:00:12:34:56' name='web' ip='192.168.100.10'/>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [dhcpHost],
  check(element, { document, report }) {
    const name = findAttribute(element.xml, 'name');
    if (!name?.closed || /^[a-zA-Z0-9]/.test(name.value)) return;
    const stripped = name.value.replace(/^[^a-zA-Z0-9]+/, '');
    report({
      range: valueRange(name),
      message: `A name of a guest begins with a letter or digit${name.value === '' ? ', and this is empty' : ''}. libvirt refuses the document. Write another name.`,
      libvirtMessage: `Cannot use host name '${name.value}' in network '${networkName(element, document.xml)}'`,
      ...(stripped !== '' && {
        fixes: () => [
          { title: `Change to '${stripped}'`, preferred: true, edits: replaceValue(document.xml, name, stripped) },
        ],
      }),
    });
  },
};
