import type { Datatype, ValueDeclaration, ValueProblem } from './datatype.ts';

export interface IntegerOptions {
  /** Smallest and largest value, both allowed. */
  readonly min: number | bigint;
  readonly max: number | bigint;
  /** A leading `+` is allowed: XML Schema's `int` has it, libvirt's own unsigned types do not. */
  readonly signed?: true;
  /** Values worth offering. */
  readonly values?: readonly ValueDeclaration[];
}

/** A decimal integer in a range; libvirt reads it with `virStrToLong_*` in base 10. */
export function integer(options: IntegerOptions): Datatype {
  const { min, max } = options;
  const label = `integer from ${min} to ${max}`;
  const lexical = options.signed ? /^[+-]?[0-9]+$/ : min < 0 ? /^-?[0-9]+$/ : /^[0-9]+$/;
  // The number parser skips leading white space and refuses what follows the digits.
  const check = (value: string): ValueProblem | undefined => {
    const digits = value.trimStart();
    return lexical.test(digits) ? checkRange(digits, options, label) : explain(value, options, label);
  };
  return options.values ? { label, values: options.values, check } : { label, check };
}

export const maxUnsignedInt = 4294967295;

/** A C `unsigned int` written in decimal digits. */
export const unsignedInt = integer({ min: 0, max: maxUnsignedInt });

/** As `unsignedInt`, without zero. */
export const positiveInt = integer({ min: 1, max: maxUnsignedInt });

/** A TCP or UDP port. */
export const portNumber = integer({ min: 1, max: 65535, signed: true });

/** A 16-bit number, zero included. */
export const unsignedShort = integer({ min: 0, max: 65535, signed: true });

function checkRange(digits: string, { min, max }: IntegerOptions, label: string): ValueProblem | undefined {
  // A number of so many digits is out of every range here; BigInt would take long on megabytes of them.
  const value = digits.length > 40 ? undefined : BigInt(digits.replace('+', ''));
  if (value !== undefined && value >= min && value <= max) {
    return undefined;
  }
  const low = value === undefined ? digits.startsWith('-') : value < min;
  return {
    code: 'value/out-of-range',
    message: `is ${low ? 'too small' : 'too large'}: write an ${label}`,
    replacements: [String(low ? min : max)],
  };
}

function explain(value: string, options: IntegerOptions, label: string): ValueProblem {
  const trimmed = value.trim();
  if (trimmed === '') {
    return { code: 'value/not-a-number', message: `is empty: write an ${label}` };
  }
  const digits = trimmed.replace(/^\+/, '');
  if (/^[0-9]{1,40}$/.test(digits) && checkRange(digits, options, label) === undefined) {
    return {
      code: 'value/not-a-number',
      message: `is not written as plain digits: write ${digits}`,
      replacements: [digits],
      confident: true,
    };
  }
  if (/^-[0-9]+$/.test(trimmed)) {
    return {
      code: 'value/out-of-range',
      message: `is negative: write an ${label}`,
      replacements: [String(options.min)],
    };
  }
  if (/^0x[0-9a-f]{1,16}$/i.test(trimmed)) {
    const decimal = String(BigInt(trimmed));
    return checkRange(decimal, options, label) === undefined
      ? {
          code: 'value/not-a-number',
          message: `is hexadecimal, and libvirt reads only decimal digits here: write ${decimal}`,
          replacements: [decimal],
          confident: true,
        }
      : { code: 'value/not-a-number', message: `is hexadecimal and out of range: write an ${label}` };
  }
  const unit = /^[0-9]+(\.[0-9]+)?\s*[A-Za-z/]+$/.test(trimmed);
  return {
    code: 'value/not-a-number',
    message: unit ? `takes no unit and no fraction: write an ${label}` : `is no whole number: write an ${label}`,
  };
}
