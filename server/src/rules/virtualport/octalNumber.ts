import { replaceValue } from '../../xml/edit.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import type { Fix, Severity } from '../finding.ts';
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
      const { severity, message, decimal, octal } = reading;
      const fix = (title: string, value: string): Fix => ({
        title,
        edits: replaceValue(document.xml, attribute, value),
      });
      report({
        severity,
        range: valueRange(attribute),
        message,
        ...(octal === undefined && { libvirtMessage: `cannot parse value of ${attribute.name} parameter` }),
        fixes: () => [
          {
            ...fix(`Write ${decimal}, without the zero`, decimal),
            preferred: true,
            ...(octal === decimal && { safe: true as const }),
          },
          ...(octal === undefined || octal === decimal ? [] : [fix(`Write ${octal}, as libvirt reads it`, octal)]),
        ],
      });
    }
  },
};

interface OctalReading {
  readonly severity: Severity;
  readonly message: string;
  /** The number as it seems to be meant. */
  readonly decimal: string;
  /** The number that libvirt reads, in decimal digits; `undefined` when it reads none. */
  readonly octal: string | undefined;
}

function readOctal({ value }: XmlAttribute): OctalReading | undefined {
  const digits = /^\s*0+([1-9][0-9]*)$/.exec(value)?.[1];
  if (digits === undefined) return undefined;
  const written = value.trim();
  if (/[89]/.test(digits)) {
    return {
      severity: 'error',
      message: `${written} begins with 0, so that libvirt reads it as octal, which has no digits 8 and 9. It refuses the document. Write ${digits}.`,
      decimal: digits,
      octal: undefined,
    };
  }
  const octal = String(Number.parseInt(digits, 8));
  return octal === digits
    ? {
        severity: 'information',
        message: `${written} begins with 0, so that libvirt reads it as octal. It is the same number here, and libvirt writes it back as ${digits}. Write ${digits}.`,
        decimal: digits,
        octal,
      }
    : {
        severity: 'warning',
        message: `${written} begins with 0, so that libvirt reads it as octal: it takes ${octal}, not ${digits}. Write ${digits}, or ${octal} if that is meant.`,
        decimal: digits,
        octal,
      };
}
