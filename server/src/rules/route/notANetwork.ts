import { bitsOf, formatIp, type IpNumber, parseIp } from '../../schema/datatypes/ipNumber.ts';
import { guestRoute, hostRoute } from '../../schema/domain/devices/interface/ipAndRoute.ts';
import { networkRoute } from '../../schema/network/ip.ts';
import { netmaskPrefix } from '../../workspace/subnet.ts';
import { insertAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Fix } from '../finding.ts';
import { effectiveFamily } from '../ip/family.ts';
import { readPrefix } from '../ip/readPrefix.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** A destination with bits set behind its prefix. */
export const notANetwork: Rule = {
  code: 'route/not-a-network',
  severity: 'error',
  covers: ['IP12'],
  page: {
    title: 'Route whose destination is no network address',
    explanation: `The destination of a \`<route>\` is a network: all bits behind the prefix are 0. libvirt refuses anything else: \`Address '10.1.0.7' in route definition is not a network address\`. Without \`prefix\` and \`netmask\` the prefix is 0, which fits only 0.0.0.0 and \`::\`, so a route to a single host needs \`prefix='32'\`, or 128 for IPv6.`,
    bad: "<interface type='ethernet'>\n  <source>\n    <route address='10.1.0.7' prefix='16' gateway='10.0.0.1'/>\n  </source>\n</interface>",
    good: "<interface type='ethernet'>\n  <source>\n    <route address='10.1.0.0' prefix='16' gateway='10.0.0.1'/>\n  </source>\n</interface>",
  },
  on: [guestRoute, hostRoute, networkRoute],
  check({ xml }, { document, report }) {
    const attribute = findAttribute(xml, 'address');
    const address = attribute?.closed ? parseIp(attribute.value) : undefined;
    if (!attribute || !address || address.family !== effectiveFamily(xml)) return;
    const written = findAttribute(xml, 'prefix');
    const mask = findAttribute(xml, 'netmask');
    // Both of them are another mistake: route/netmask.
    if (written && mask) return;
    const prefix = written ? readPrefix(written) : mask ? netmaskPrefix(mask.value) : 0;
    const bits = bitsOf(address.family);
    if (prefix === undefined || prefix > bits) return;
    const network = maskAddress(address, prefix);
    if (network.value === address.value) return;
    const masked = formatIp(network);
    report({
      range: valueRange(attribute),
      message: `${attribute.value} is no network address${written || mask ? ` with a prefix of ${prefix}` : ': without a prefix it is 0'}. libvirt refuses the document. ${prefix === 0 ? `Write the prefix, ${bits} for a single host.` : `Write ${masked}, or prefix='${bits}' for a single host.`}`,
      libvirtMessage: `Address '${attribute.value}' in route definition is not a network address`,
      fixes: () => {
        const setPrefix = (value: number): Fix => ({
          title: `Set prefix='${value}'`,
          edits: written
            ? replaceValue(document.xml, written, String(value))
            : insertAttribute(document.xml, xml, 'prefix', String(value), attribute),
        });
        const choices: readonly Fix[] = mask ? [] : prefixes(address, bits).map(setPrefix);
        const fixes: readonly Fix[] =
          prefix === 0
            ? choices
            : [
                { title: `Set address='${masked}'`, edits: replaceValue(document.xml, attribute, masked) },
                ...choices.slice(-1),
              ];
        return fixes.map((fix, index) => (index === 0 ? { ...fix, preferred: true } : fix));
      },
    });
  },
};

function maskAddress(address: IpNumber, prefix: number): IpNumber {
  const rest = BigInt(bitsOf(address.family) - prefix);
  return { ...address, value: (address.value >> rest) << rest };
}

/** The prefixes that go with an address: the shortest one of whole octets, and that of a single host. */
function prefixes(address: IpNumber, bits: number): readonly number[] {
  const step = 8;
  const counts = Array.from({ length: bits / step }, (_, index) => (index + 1) * step);
  const shortest = counts.find(prefix => maskAddress(address, prefix).value === address.value) ?? bits;
  return shortest === bits ? [bits] : [shortest, bits];
}
