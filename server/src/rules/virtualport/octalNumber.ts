import { octalFixes, readOctal } from '../octalReading.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findVirtualport, virtualportHolders, writtenParameters } from './parameters.ts';

const numbers = new Set(['managerid', 'typeid', 'typeidversion']);

/** A number with a leading zero: decimal for libvirt's schema, octal for its code. */
export const octalNumber: Rule = {
  code: 'virtualport/octal-number',
  severity: 'warning',
  covers: ['VP14', 'VP15'],
  page: {
    title: 'Number with a leading zero',
    explanation: `libvirt reads \`managerid\`, \`typeid\` and \`typeidversion\` as C does: digits behind a leading zero are octal. \`010\` becomes 8 and is written back so, although the schema reads 10. With a digit 8 or 9 it is no octal number, and \`define\` refuses the document, which makes it an error: \`cannot parse value of managerid parameter\`. Where both readings give the same number, as in \`02\`, it is only an information.

Write decimal numbers without leading zeros, or hexadecimal ones behind \`0x\`.`,
    bad: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='010' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='10' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
  },
  on: virtualportHolders,
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    if (!virtualport?.parameters) return;
    const declared = document.bound(virtualport.parameters)?.body.attributes;
    for (const attribute of writtenParameters(virtualport)) {
      const type = numbers.has(attribute.name) ? declared?.get(attribute.name)?.type : undefined;
      // Of another type, or refused by the schema even as a decimal number: that is a finding already.
      if (!type || type.check(attribute.value)) continue;
      const reading = readOctal(attribute);
      if (!reading) continue;
      report({
        severity: reading.severity,
        range: valueRange(attribute),
        message: reading.message,
        ...(reading.octal === undefined && { libvirtMessage: `cannot parse value of ${attribute.name} parameter` }),
        fixes: () => octalFixes(document.xml, attribute, reading),
      });
    }
  },
};
