import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { findChildren } from '../../xml/query.ts';
import { isInUserSpace } from '../backend/passt.ts';
import { groupBy } from '../groupBy.ts';
import type { Rule } from '../rule.ts';
import { effectiveFamily, familyName } from './family.ts';

/** A network in user space gives the guest one address of each family. */
export const repeatedFamily: Rule = {
  code: 'ip/repeated-family',
  severity: 'error',
  covers: ['IP07'],
  page: {
    title: 'Second address of a family in user space',
    explanation: `SLIRP and passt give the guest one IPv4 and one IPv6 address. The QEMU driver refuses a second one of either: \`Only one IPv4 address per interface is allowed\`. libvirt's schema does not count.`,
    bad: "<interface type='user'>\n  <ip address='10.0.0.5' prefix='24'/>\n  <ip address='10.0.1.5' prefix='24'/>\n</interface>",
    good: "<interface type='user'>\n  <ip address='10.0.0.5' prefix='24'/>\n  <ip address='2001:db8::5' prefix='64'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    if (driver !== 'qemu' || !isInUserSpace(element)) return;
    const families = groupBy(findChildren(element.xml, 'ip'), ip => {
      const family = effectiveFamily(ip);
      return family && familyName(family);
    });
    for (const [name, [first, ...others]] of families) {
      for (const other of others) {
        report({
          range: other.nameRange,
          message: `This is the second ${name} address of the interface. libvirt refuses the document, because SLIRP and passt give the guest one address of each family. Remove one of the two.`,
          related: [{ range: first.nameRange, message: `The first ${name} address` }],
          libvirtMessage: `Only one ${name} address per interface is allowed`,
          fixes: () => [
            { title: 'Remove this <ip>', preferred: true, edits: removeElement(document.xml, other) },
            { title: 'Remove the first <ip>', edits: removeElement(document.xml, first) },
          ],
        });
      }
    }
  },
};
