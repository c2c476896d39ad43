import { guestIp, guestRoute, hostIp, hostRoute } from '../../schema/domain/devices/interface/ipAndRoute.ts';
import { networkRoute } from '../../schema/network/ip.ts';
import { replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { effectiveFamily, familyName, familyOf } from './family.ts';
import { readPrefix } from './readPrefix.ts';

/** A prefix with more bits than an address of the family has. */
export const prefixTooLong: Rule = {
  code: 'ip/prefix-too-long',
  severity: 'error',
  covers: ['IP03'],
  replaces: ['value/out-of-range'],
  page: {
    title: 'Prefix longer than the address',
    explanation: `An IPv4 address has 32 bits, an IPv6 address 128; a prefix cannot be longer. libvirt's schema allows up to 128 for both, libvirt itself refuses the document: \`Invalid prefix value '64' in <ip>\`, for a route \`Invalid prefix 64 specified in route definition, must be 0 - 32\`.`,
    bad: "<interface type='user'>\n  <ip address='10.0.0.5' prefix='64'/>\n</interface>",
    good: "<interface type='user'>\n  <ip address='10.0.0.5' prefix='24'/>\n</interface>",
  },
  on: [guestIp, hostIp, guestRoute, hostRoute, networkRoute],
  check({ xml }, { document, report }) {
    const attribute = findAttribute(xml, 'prefix');
    const prefix = readPrefix(attribute);
    const family = effectiveFamily(xml);
    if (!attribute || prefix === undefined || !family) return;
    // An address of the other family is the mistake then: its prefix may be right.
    const actual = familyOf(attributeValue(xml, 'address'));
    if (actual && actual !== family) return;
    const bits = family === 'ipv4' ? 32 : 128;
    if (prefix <= bits) return;
    const route = xml.name === 'route';
    const usual = route ? bits : family === 'ipv4' ? 24 : 64;
    report({
      range: valueRange(attribute),
      message: `An ${familyName(family)} address has ${bits} bits, and the prefix is ${prefix}. libvirt refuses the document. Write a prefix from 0 to ${bits}.`,
      libvirtMessage: route
        ? `Invalid prefix ${prefix} specified in route definition, must be 0 - ${bits}`
        : `Invalid prefix value '${attribute.value}' in <ip>`,
      fixes: () => [
        {
          title: `Set prefix='${usual}'`,
          preferred: true,
          edits: replaceValue(document.xml, attribute, String(usual)),
        },
      ],
    });
  },
};
