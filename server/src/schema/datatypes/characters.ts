import type { Datatype, ValueDeclaration, ValueProblem } from './datatype.ts';
import { withArticle } from './wording.ts';

export interface CharactersOptions {
  /** Noun phrase: `device name`. */
  readonly label: string;
  /** Matches one allowed character. */
  readonly allowed: RegExp;
  /** The same in words: `letters, digits and _ . : / \ -`. */
  readonly allowedText: string;
  /** Whether the empty string is allowed. */
  readonly empty?: true;
  readonly values?: readonly ValueDeclaration[];
}

/** A string of which libvirt's schema restricts the characters. */
export function characters(options: CharactersOptions): Datatype {
  const { label } = options;
  const check = (value: string): ValueProblem | undefined => explain(value, options);
  return options.values ? { label, values: options.values, check } : { label, check };
}

function explain(value: string, { label, allowed, allowedText, empty }: CharactersOptions): ValueProblem | undefined {
  if (value === '') {
    return empty ? undefined : { code: 'value/bad-format', message: `is empty: write ${withArticle(label)}` };
  }
  const character = findForbidden(value, allowed);
  if (character === undefined) {
    return undefined;
  }
  const trimmed = value.trim();
  const fixable = trimmed !== '' && findForbidden(trimmed, allowed) === undefined;
  return {
    code: 'value/bad-format',
    message: `contains ${nameOf(character)}, and ${withArticle(label)} takes only ${allowedText}`,
    ...(fixable ? { replacements: [trimmed], confident: true as const } : {}),
  };
}

function findForbidden(value: string, allowed: RegExp): string | undefined {
  for (const character of value) {
    if (!allowed.test(character)) {
      return character;
    }
  }
  return undefined;
}

function nameOf(character: string): string {
  if (character === ' ') {
    return 'a blank';
  }
  const code = character.codePointAt(0) ?? 0;
  return code <= 32 || code === 127 ? 'a control character' : `'${character}'`;
}

/** Name of a host network device as libvirt's schema writes it; the kernel's limit of 15 bytes is a rule of its own. */
export const deviceName = characters({
  label: 'device name',
  allowed: /[a-zA-Z0-9_.\-\\:/]/,
  allowedText: 'letters, digits and _ . - \\ : /',
});
