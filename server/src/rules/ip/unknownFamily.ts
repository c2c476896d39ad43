import { guestIp, hostIp } from '../../schema/domain/devices/interface/ipAndRoute.ts';
import { replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { quoteValue } from '../wording.ts';
import { familyOf } from './family.ts';

/** A family that only libvirt's schema refuses. */
export const unknownFamily: Rule = {
  code: 'ip/unknown-family',
  severity: 'error',
  covers: ['IP18'],
  replaces: ['value/not-allowed'],
  page: {
    title: 'Address family that is none',
    explanation: `The family of an \`<ip>\` is \`ipv4\` or \`ipv6\`. libvirt itself passes over any other word and goes by the address; its schema, which \`virsh edit\` and \`virsh define --validate\` ask, refuses the document.`,
    bad: "<interface type='user'>\n  <ip family='inet' address='10.0.0.5'/>\n</interface>",
    good: "<interface type='user'>\n  <ip family='ipv4' address='10.0.0.5'/>\n</interface>",
  },
  on: [guestIp, hostIp],
  check({ xml }, { document, report }) {
    const family = findAttribute(xml, 'family');
    const actual = familyOf(attributeValue(xml, 'address'));
    if (!family?.valueRange || !family.closed || !actual) return;
    if (family.value === 'ipv4' || family.value === 'ipv6') return;
    report({
      range: valueRange(family),
      message: `${quoteValue(family.value)} is no address family. libvirt passes over it and goes by the address, its schema refuses the document. Write ${actual}.`,
      fixes: () => [
        {
          title: `Set family='${actual}'`,
          preferred: true,
          safe: true,
          edits: replaceValue(document.xml, family, actual),
        },
      ],
    });
  },
};
