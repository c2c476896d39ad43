import { guestIp, hostIp } from '../../schema/domain/devices/interface/ipAndRoute.ts';
import { removeAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { effectiveFamily, familyName, familyOf, statedFamily } from './family.ts';

/** An address that is right in itself and of the other family than the element says. */
export const wrongFamily: Rule = {
  code: 'ip/wrong-family',
  severity: 'error',
  covers: ['IP02'],
  replaces: ['value/bad-ip'],
  page: {
    title: 'Address of the other family',
    explanation: `When \`family\` is written on the \`<ip>\` of an interface, libvirt reads \`address\` and \`peer\` by it and refuses one of the other family: \`Invalid address '2001:db8::10' in <ip>\`. Without \`family\` the address decides, and \`peer\` must go with it.

libvirt's schema compares neither.`,
    bad: "<interface type='user'>\n  <ip family='ipv4' address='2001:db8::10'/>\n</interface>",
    good: "<interface type='user'>\n  <ip family='ipv6' address='2001:db8::10'/>\n</interface>",
  },
  on: [guestIp, hostIp],
  check({ xml, body }, { document, report }) {
    const expected = effectiveFamily(xml);
    if (!expected) return;
    const family = statedFamily(xml) && findAttribute(xml, 'family');
    const address = findAttribute(xml, 'address');
    for (const attribute of [address, findAttribute(xml, 'peer')]) {
      const actual = familyOf(attribute?.value);
      if (!attribute?.closed || !actual || actual === expected) continue;
      // The address tells; of the peer something is said only where the two differ, or where the schema does so too.
      const follows = attribute !== address && actual === familyOf(address?.value);
      if (follows && !body.attributes.get(attribute.name)?.type.check(attribute.value)) continue;
      report({
        range: valueRange(attribute),
        message: `${attribute.value} is an ${familyName(actual)} address, and ${family ? `family says ${expected}` : `the address is an ${familyName(expected)} one`}. libvirt refuses the document. ${family ? `Write family='${actual}', or an ${familyName(expected)} address.` : `Write an ${familyName(expected)} address.`}`,
        libvirtMessage: `Invalid ${attribute.name} '${attribute.value}' in <ip>`,
        ...(family && {
          fixes: () => [
            {
              title: `Set family='${actual}'`,
              preferred: true,
              edits: replaceValue(document.xml, family, actual),
            },
            { title: 'Remove family', edits: removeAttribute(document.xml, family) },
          ],
        }),
      });
    }
  },
};
