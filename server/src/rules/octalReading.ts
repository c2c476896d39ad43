import { replaceValue } from '../xml/edit.ts';
import type { XmlAttribute, XmlDocument } from '../xml/tree.ts';
import type { Fix, Severity } from './finding.ts';

/** What libvirt makes of a number with a leading zero, where its schema reads a decimal and its code a C literal. */
export interface OctalReading {
  readonly severity: Severity;
  readonly message: string;
  /** The number as it seems to be meant. */
  readonly decimal: string;
  /** The number that libvirt reads, in decimal digits; `undefined` when it reads none. */
  readonly octal: string | undefined;
}

/** `undefined` for a number without a leading zero, and for what is none. */
export function readOctal({ value }: XmlAttribute): OctalReading | undefined {
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

/** The number without the zero first, then the one that libvirt reads. */
export function octalFixes(
  document: XmlDocument,
  attribute: XmlAttribute,
  { decimal, octal }: OctalReading,
): readonly Fix[] {
  const fix = (title: string, value: string): Fix => ({ title, edits: replaceValue(document, attribute, value) });
  return [
    {
      ...fix(`Write ${decimal}, without the zero`, decimal),
      preferred: true,
      ...(octal === decimal && { safe: true as const }),
    },
    ...(octal === undefined || octal === decimal ? [] : [fix(`Write ${octal}, as libvirt reads it`, octal)]),
  ];
}
