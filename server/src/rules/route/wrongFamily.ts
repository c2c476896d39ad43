import { guestRoute, hostRoute } from '../../schema/domain/devices/interface/ipAndRoute.ts';
import { networkRoute } from '../../schema/network/ip.ts';
import { insertAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { effectiveFamily, familyName, familyOf } from '../ip/family.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** A route is one of IPv4 unless it says otherwise: libvirt does not look at the address. */
export const wrongFamily: Rule = {
  code: 'route/wrong-family',
  severity: 'error',
  covers: ['IP13'],
  replaces: ['value/bad-ip'],
  page: {
    title: 'Route with addresses of another family than it says',
    explanation: `Without \`family\` a \`<route>\` is one of IPv4: other than with \`<ip>\`, libvirt does not guess the family from the address. It refuses the document: \`No family specified for non-IPv4 address '2001:db8:1::' in route definition\`. Write \`family='ipv6'\`; address and gateway must both be of that family.`,
    bad: "<interface type='ethernet'>\n  <source>\n    <route address='2001:db8:1::' prefix='64' gateway='2001:db8::1'/>\n  </source>\n</interface>",
    good: "<interface type='ethernet'>\n  <source>\n    <route family='ipv6' address='2001:db8:1::' prefix='64' gateway='2001:db8::1'/>\n  </source>\n</interface>",
  },
  on: [guestRoute, hostRoute, networkRoute],
  check({ xml, body }, { document, report }) {
    const expected = effectiveFamily(xml);
    if (!expected) return;
    const stated = findAttribute(xml, 'family');
    const address = findAttribute(xml, 'address');
    const gateway = findAttribute(xml, 'gateway');
    const families = [address, gateway].flatMap(attribute => familyOf(attribute?.value) ?? []);
    for (const attribute of [address, gateway]) {
      const actual = familyOf(attribute?.value);
      if (!attribute?.closed || !actual || actual === expected) continue;
      // One mistake, one finding: the gateway only repeats it, unless the catalogue reports its value as well.
      const repeats = attribute === gateway && actual === familyOf(address?.value);
      if (repeats && !body.attributes.get('gateway')?.type.check(attribute.value)) continue;
      const agreed = families.every(family => family === actual);
      report({
        range: valueRange(attribute),
        message: `${attribute.value} is an ${familyName(actual)} address, and the route ${stated ? `says family='${expected}'` : `says no family, which means ${familyName(expected)}`}. libvirt refuses the document. ${agreed ? `Write family='${actual}'.` : 'Write address and gateway of one family.'}`,
        libvirtMessage: libvirtMessage(attribute.name, attribute.value, stated?.value),
        ...(agreed && {
          fixes: () => [
            {
              title: `Set family='${actual}'`,
              preferred: true,
              edits: stated
                ? replaceValue(document.xml, stated, actual)
                : insertAttribute(document.xml, xml, 'family', actual),
            },
          ],
        }),
      });
    }
  },
};

/** `virNetDevIPRouteCreate` in networkcommon_conf.c, without the name of the place in front. */
function libvirtMessage(attribute: string, value: string, stated: string | undefined): string {
  const what = attribute === 'address' ? 'address' : 'gateway';
  if (stated === 'ipv6') {
    return what === 'address'
      ? `ipv6 family specified for non-IPv6 address '${value}' in route definition`
      : `ipv6 specified for non-IPv6 gateway address '${value}' in route definition`;
  }
  return stated === undefined
    ? `No family specified for non-IPv4 ${what} '${value}' in route definition`
    : `IPv4 family specified for non-IPv4 ${what} '${value}' in route definition`;
}
