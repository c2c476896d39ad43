import { dnsSrv } from '../../../schema/network/dns.ts';
import { insertAttribute, removeAttribute } from '../../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { networkName } from '../networkMode.ts';

/** Where a service is, without the host. */
export const serviceWithoutTarget: Rule = {
  code: 'dns/service-without-target',
  severity: 'error',
  covers: ['NW60'],
  page: {
    title: 'Port, priority or weight of a service without its host',
    explanation: `Without \`target\` an \`<srv>\` says that the service does not exist, so there is nothing that \`port\`, \`priority\` or \`weight\` could belong to. libvirt refuses the document: \`DNS SRV port attribute not permitted without target for service '…' in network '…'\`.`,
    bad: "<network>\n  <name>lan</name>\n  <dns>\n    <srv service='ldap' protocol='tcp' port='389'/>\n  </dns>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <dns>\n    <srv service='ldap' protocol='tcp' target='ldap.example.com' port='389'/>\n  </dns>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
  },
  on: [dnsSrv],
  check(element, { document, report }) {
    const target = findAttribute(element.xml, 'target');
    if (target) return;
    const details = ['port', 'priority', 'weight'].flatMap(name => findAttribute(element.xml, name) ?? []);
    const [first] = details;
    if (!first) return;
    const service = attributeValue(element.xml, 'service') ?? '';
    report({
      range: first.nameRange,
      message: `${details.map(({ name }) => name).join(' and ')} ${details.length > 1 ? 'belong' : 'belongs'} to the host that offers the service, and there is none. libvirt refuses the document. Add target.`,
      libvirtMessage: `DNS SRV ${first.name} attribute not permitted without target for service '${service}' in network '${networkName(element, document.xml)}'`,
      fixes: () => [
        {
          title: 'Add target',
          preferred: true,
          edits: insertAttribute(document.xml, element.xml, 'target', `${service || 'host'}.example.com`),
        },
        {
          title: `Remove ${details.map(({ name }) => name).join(', ')}`,
          edits: details.flatMap(detail => removeAttribute(document.xml, detail)),
        },
      ],
    });
  },
};
