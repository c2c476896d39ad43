import type { Datatype, ValueProblem } from './datatype.ts';
import { integer } from './integer.ts';

export interface RateOptions {
  /** Largest value; the smallest is 1. */
  readonly max: number | bigint;
  /** Bytes in the unit that libvirt counts in: 1000 for rates, 1024 for amounts. */
  readonly bytes: 1000 | 1024;
  /** The unit in words: `kilobytes (1000 bytes) per second`. */
  readonly unit: string;
}

/**
 * A whole number of kilobytes as libvirt's bandwidth settings count them. What other tools write, such as `10mbit`, is
 * converted for the proposal: network rates are mostly meant in bits, unless the unit says bytes.
 */
export function rate({ max, bytes, unit }: RateOptions): Datatype {
  const plain = integer({ min: 1, max });
  const check = (value: string): ValueProblem | undefined => {
    const problem = plain.check(value);
    if (!problem) return undefined;
    const meant = meanings(value, bytes).filter(({ number }) => plain.check(String(number)) === undefined);
    if (meant.length === 0) return problem;
    const choice = meant.map(({ number, meaning }) => `${number} for ${meaning}`).join(' or ');
    return {
      code: problem.code,
      message: `takes a plain number of ${unit}: write ${choice}`,
      replacements: meant.map(({ number }) => String(number)),
    };
  };
  return { label: plain.label, check };
}

interface Meaning {
  readonly number: number;
  readonly meaning: string;
}

const steps = ['', 'k', 'm', 'g', 't'];

/** What a number with a unit may mean, likeliest first; an amount of data is never meant in bits unless it says so. */
function meanings(text: string, bytes: number): readonly Meaning[] {
  const parts = /^\s*([0-9]{1,12}(?:\.[0-9]{1,6})?)\s*([kmgt]?)(i?)(bits?|bytes?|bps|b|B)?(?:\/s|ps|\/sec)?\s*$/i.exec(
    text,
  );
  if (!parts) return [];
  const [, digits = '', prefix = '', binary = '', unit = ''] = parts;
  const amount = Number(digits);
  if (prefix === '' && unit === '') return [{ number: Math.round(amount), meaning: `${digits}, rounded` }];
  const total = amount * (binary === '' && bytes === 1000 ? 1000 : 1024) ** steps.indexOf(prefix.toLowerCase());
  const inBits: Meaning = { number: Math.round(total / 8 / bytes), meaning: `${digits} ${prefix}${binary}bit` };
  const inBytes: Meaning = { number: Math.round(total / bytes), meaning: `${digits} ${prefix}${binary}byte` };
  if (/^(?:bits?|bps)$/i.test(unit) || (unit === 'b' && bytes === 1000)) return [inBits];
  if (/^bytes?$/i.test(unit) || unit === 'B' || bytes === 1024) return [inBytes];
  return [inBits, inBytes];
}
