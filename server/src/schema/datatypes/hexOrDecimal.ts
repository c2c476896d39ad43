import type { Datatype, ValueCode, ValueProblem } from './datatype.ts';

export interface HexOrDecimalOptions {
  /** Largest value; the smallest is 0. */
  readonly max: number;
  /** Most hexadecimal digits that libvirt's schema takes behind `0x`; decimal digits only when absent. */
  readonly hexDigits: number;
  /** The code of its problems; `value/out-of-range` and `value/not-a-number` when absent. */
  readonly code?: ValueCode;
}

/**
 * An integer in decimal or, behind `0x`, hexadecimal digits: libvirt reads it in base 0, as C does. A decimal number
 * with a leading zero passes here, because libvirt's schema takes it; C reads it as octal, which is a rule of its own.
 */
export function hexOrDecimal({ max, hexDigits, code = 'value/out-of-range' }: HexOrDecimalOptions): Datatype {
  const label = `integer from 0 to ${max} (0x0 to 0x${max.toString(16)})`;
  const hexadecimal = new RegExp(`^0x[0-9a-fA-F]{1,${hexDigits}}$`);
  const check = (value: string): ValueProblem | undefined => {
    const digits = value.trimStart();
    if (hexadecimal.test(value) || /^(?:\+?[0-9]+|-0+)$/.test(digits)) {
      return Number(digits) <= max ? undefined : tooLarge(digits, max, label, code);
    }
    const word = value.trim();
    return word !== value && check(word) === undefined
      ? explainSpace(word, code === 'value/out-of-range' ? 'value/not-a-number' : code)
      : explain(word, max, hexDigits, label, code);
  };
  return { label, check };
}

/** libvirt stops reading at white space behind a number, and then refuses what is left. */
export function explainSpace(word: string, code: ValueCode): ValueProblem {
  return { code, message: `has white space around it: write ${word}`, replacements: [word], confident: true };
}

function explain(word: string, max: number, hexDigits: number, label: string, code: ValueCode): ValueProblem {
  const bare = code === 'value/out-of-range' ? 'value/not-a-number' : code;
  if (/^-[0-9]+$/.test(word)) {
    const positive = word.replace(/^-0*/, '');
    return {
      code,
      message: `is negative: write an ${label}`,
      ...(Number(positive) <= max && { replacements: [positive] }),
    };
  }
  const hex = /^(0[xX])?0*([0-9a-fA-F]+)$/.exec(word);
  const value = hex ? Number.parseInt(hex[2] ?? '', 16) : Number.NaN;
  if (hex?.[1] !== undefined && value > max) {
    return tooLarge(word, max, label, code);
  }
  if (hex && value <= max) {
    const fixed = `0x${value.toString(16).padStart(Math.min(hexDigits, 2), '0')}`;
    const why =
      hex[1] === undefined ? 'is hexadecimal without 0x in front' : 'is written in a way that libvirt refuses';
    return { code: bare, message: `${why}: write ${fixed}`, replacements: [fixed], confident: true };
  }
  return { code: bare, message: word === '' ? `is empty: write an ${label}` : `is no whole number: write an ${label}` };
}

function tooLarge(digits: string, max: number, label: string, code: ValueCode): ValueProblem {
  const largest = /^0x/i.test(digits) ? `0x${max.toString(16)}` : String(max);
  return { code, message: `is too large: write an ${label}`, replacements: [largest] };
}

/** Manager and version numbers of 802.1Qbg: 8 bits. */
export const uint8 = hexOrDecimal({ max: 0xff, hexDigits: 2 });

/** Type numbers of 802.1Qbg: 24 bits. */
export const uint24 = hexOrDecimal({ max: 0xffffff, hexDigits: 6 });
