import type { Datatype, ValueCode, ValueDeclaration } from './datatype.ts';
import { withArticle } from './wording.ts';

export interface PatternOptions {
  readonly label: string;
  /** Anchored at both ends; linear on any input. */
  readonly pattern: RegExp;
  /** What to write instead, without a full stop: `write 1.2 or 1`. */
  readonly advice: string;
  readonly code?: ValueCode;
  readonly values?: readonly ValueDeclaration[];
}

/** A string of a form that has no type of its own here. */
export function pattern({ label, pattern: form, advice, code = 'value/bad-format', values }: PatternOptions): Datatype {
  const check: Datatype['check'] = value =>
    form.test(value)
      ? undefined
      : { code, message: value === '' ? `is empty: ${advice}` : `cannot be read as ${withArticle(label)}: ${advice}` };
  return values ? { label, values, check } : { label, check };
}
