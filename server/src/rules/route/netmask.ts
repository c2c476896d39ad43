import { guestRoute, hostRoute } from '../../schema/domain/devices/interface/ipAndRoute.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Fix } from '../finding.ts';
import { statedFamily } from '../ip/family.ts';
import type { Rule } from '../rule.ts';

/** A netmask on the route of an interface where the prefix is said in the other way, or where there are no netmasks. */
export const netmask: Rule = {
  code: 'route/netmask',
  severity: 'error',
  covers: ['IP16'],
  page: {
    title: 'Netmask beside a prefix, or on an IPv6 route',
    explanation: `A \`<route>\` says the length of its destination either by \`prefix\` or, for IPv4, by \`netmask\`. libvirt refuses both together: \`Route definition cannot have both a prefix and a netmask\`. IPv6 has no netmasks: \`Specifying netmask invalid for IPv6 address '2001:db8:1::' in route definition\`.`,
    bad: "<interface type='ethernet'>\n  <source>\n    <route address='10.1.0.0' prefix='16' netmask='255.255.0.0' gateway='10.0.0.1'/>\n  </source>\n</interface>",
    good: "<interface type='ethernet'>\n  <source>\n    <route address='10.1.0.0' prefix='16' gateway='10.0.0.1'/>\n  </source>\n</interface>",
  },
  on: [guestRoute, hostRoute],
  check({ xml }, { document, report }) {
    const mask = findAttribute(xml, 'netmask');
    const prefix = findAttribute(xml, 'prefix');
    const ipv6 = statedFamily(xml) === 'ipv6';
    if (!mask || (!prefix && !ipv6)) return;
    const address = findAttribute(xml, 'address')?.value ?? '';
    report({
      range: mask.nameRange,
      message: ipv6
        ? 'An IPv6 route has no netmask. libvirt refuses the document. Write prefix.'
        : 'The route has a prefix and a netmask. libvirt refuses the document. Write one of the two.',
      libvirtMessage: ipv6
        ? `Specifying netmask invalid for IPv6 address '${address}' in route definition`
        : 'Route definition cannot have both a prefix and a netmask',
      fixes: () => {
        const removePrefix: readonly Fix[] =
          prefix && !ipv6 ? [{ title: 'Remove prefix', edits: removeAttribute(document.xml, prefix) }] : [];
        return [
          { title: 'Remove netmask', preferred: true, edits: removeAttribute(document.xml, mask) },
          ...removePrefix,
        ];
      },
    });
  },
};
