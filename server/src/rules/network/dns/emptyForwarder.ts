import { dnsForwarder } from '../../../schema/network/dns.ts';
import { insertAttribute, removeElement } from '../../../xml/edit.ts';
import { findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';

/** A forwarder that says neither whom to ask nor for what. */
export const emptyForwarder: Rule = {
  code: 'dns/empty-forwarder',
  severity: 'error',
  covers: ['NW57'],
  page: {
    title: 'DNS forwarder without address and domain',
    explanation: `A \`<forwarder>\` names the server that is asked (\`addr\`), the domain that it is asked for (\`domain\`), or both. libvirt's schema takes one with neither, its code refuses the document: \`Invalid forwarder element, must contain at least one of addr or domain\`.`,
    bad: "<network>\n  <name>lan</name>\n  <dns>\n    <forwarder/>\n  </dns>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <dns>\n    <forwarder addr='192.0.2.53'/>\n  </dns>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
  },
  on: [dnsForwarder],
  check(element, { document, report }) {
    if (findAttribute(element.xml, 'addr') || findAttribute(element.xml, 'domain')) return;
    // A misspelt attribute is reported as such.
    if (element.xml.attributes.some(({ name }) => !element.body.attributes.has(name))) return;
    report({
      range: element.xml.nameRange,
      message:
        '<forwarder> says neither which server is asked nor for which domain. libvirt refuses the document. Add addr or domain.',
      libvirtMessage: 'Invalid forwarder element, must contain at least one of addr or domain',
      fixes: () => [
        {
          title: 'Add addr',
          preferred: true,
          edits: insertAttribute(document.xml, element.xml, 'addr', '192.0.2.53'),
        },
        { title: 'Remove <forwarder>', edits: removeElement(document.xml, element.xml) },
      ],
    });
  },
};
