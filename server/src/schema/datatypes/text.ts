import type { Datatype, ValueProblem } from './datatype.ts';
import { withArticle } from './wording.ts';

export interface TextOptions {
  readonly label: string;
  /** Whether the empty string is allowed. */
  readonly empty?: true;
  /** Most characters that libvirt's schema takes. */
  readonly maxCharacters?: number;
  /** Most bytes in UTF-8 that libvirt's code takes. */
  readonly maxBytes?: number;
  /** A line break is allowed. */
  readonly multiline?: true;
}

/** Text that libvirt passes on as it is. */
export function text({ label, empty, maxCharacters, maxBytes, multiline }: TextOptions): Datatype {
  const check = (value: string): ValueProblem | undefined => {
    if (value === '' && !empty) {
      return { code: 'value/bad-format', message: `is empty: write ${withArticle(label)}` };
    }
    if (!multiline && /[\n\r]/.test(value)) {
      return { code: 'value/bad-format', message: `contains a line break, and ${withArticle(label)} is a single line` };
    }
    return checkLength(value, maxCharacters, maxBytes);
  };
  return { label, check };
}

/** Anything at all, the empty string included. */
export const anyText = text({ label: 'text', empty: true, multiline: true });

function checkLength(value: string, maxCharacters = Infinity, maxBytes = Infinity): ValueProblem | undefined {
  const bytes = countUtf8Bytes(value);
  const tooMany = countCharacters(value) > maxCharacters;
  if (!tooMany && bytes <= maxBytes) return undefined;
  return {
    code: 'value/too-long',
    message: tooMany
      ? `is too long: write at most ${maxCharacters} characters`
      : `is too long, it takes ${bytes} bytes in UTF-8: write at most ${maxBytes}`,
    replacements: [shorten(value, maxCharacters, maxBytes)],
  };
}

/** The characters from the start that fit in; a character is never cut in two. */
function shorten(value: string, maxCharacters: number, maxBytes: number): string {
  let kept = '';
  let characters = 0;
  let bytes = 0;
  for (const character of value) {
    characters += 1;
    bytes += countUtf8Bytes(character);
    if (characters > maxCharacters || bytes > maxBytes) break;
    kept += character;
  }
  return kept;
}

function countCharacters(value: string): number {
  let count = 0;
  for (const _ of value) {
    count++;
  }
  return count;
}

function countUtf8Bytes(value: string): number {
  let bytes = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
