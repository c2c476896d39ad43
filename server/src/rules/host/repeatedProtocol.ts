import { hostInterface } from '../../schema/host/hostInterface.ts';
import { removeElement } from '../../xml/edit.ts';
import { attributeValue, findChildren } from '../../xml/query.ts';
import { groupBy } from '../groupBy.ts';
import type { Rule } from '../rule.ts';

/** Addresses of one family in two places. */
export const repeatedProtocol: Rule = {
  code: 'host/repeated-protocol',
  severity: 'error',
  covers: [],
  page: {
    title: 'Two protocol elements for one family',
    explanation:
      'An interface of the host has one `<protocol>` for IPv4 and one for IPv6 at most, each with as many addresses as needed. The schema of libvirt refuses a second one for the same family.',
    bad: "<interface type='ethernet' name='eth0'>\n  <protocol family='ipv4'>\n    <ip address='192.0.2.10' prefix='24'/>\n  </protocol>\n  <protocol family='ipv4'>\n    <dhcp/>\n  </protocol>\n</interface>",
    good: "<interface type='ethernet' name='eth0'>\n  <protocol family='ipv4'>\n    <ip address='192.0.2.10' prefix='24'/>\n  </protocol>\n  <protocol family='ipv6'>\n    <dhcp/>\n  </protocol>\n</interface>",
  },
  on: [hostInterface],
  check(element, { document, report }) {
    const protocols = findChildren(element.xml, 'protocol');
    const groups = groupBy(protocols, protocol => attributeValue(protocol, 'family') || undefined);
    for (const [family, [first, ...others]] of groups) {
      for (const other of others) {
        report({
          range: other.nameRange,
          message: `There is a <protocol> for ${family} already, and libvirt's schema refuses a second one. Write all its addresses into one of them.`,
          related: [{ range: first.nameRange, message: `The first <protocol> for ${family}` }],
          fixes: () => [
            { title: 'Remove this <protocol>', preferred: true, edits: removeElement(document.xml, other) },
          ],
        });
      }
    }
  },
};
