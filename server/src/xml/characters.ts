/** What XML 1.0 (fifth edition) says of single characters, on UTF-16 code units. */

export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const DOUBLE_QUOTE = 34;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const HYPHEN = 45;
export const SLASH = 47;
export const LESS_THAN = 60;
export const EQUALS = 61;
export const GREATER_THAN = 62;
export const QUESTION = 63;

/** Stands in a template for each character of a placeholder. XML forbids it, so that it has no other meaning. */
export const PLACEHOLDER = 0xffff;

/** Production 3 (S); between attributes a placeholder is no more than that. */
export function isWhiteSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN || code === PLACEHOLDER;
}

export function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

export function isQuote(code: number): boolean {
  return code === SINGLE_QUOTE || code === DOUBLE_QUOTE;
}

/**
 * Whether a name may start with the code unit, as production 4 (NameStartChar) says; any surrogate counts, `isName`
 * looks closer.
 */
export function isNameStart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58;
  return NON_ASCII_NAME_START.test(String.fromCharCode(code));
}

/** Whether the code unit ends a name for the tolerant scanner: white space and what is markup in a tag. */
export function endsName(code: number): boolean {
  return (
    code === SPACE ||
    code === EQUALS ||
    code === GREATER_THAN ||
    code === SLASH ||
    code === SINGLE_QUOTE ||
    code === DOUBLE_QUOTE ||
    code === LESS_THAN ||
    code === LINE_FEED ||
    code === CARRIAGE_RETURN ||
    code === TAB ||
    code === PLACEHOLDER ||
    Number.isNaN(code)
  );
}

/** Production 5 (Name). Nearly all names are plain ASCII, and every one is asked about. */
export function isName(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const plain = code < 128 && (isNameStart(code) || (index > 0 && isAsciiNamePart(code)));
    if (!plain) return code >= 128 && NAME.test(text);
  }
  return text !== '';
}

/** A digit, `-` or `.`: what may stand in a name, but not begin it. */
function isAsciiNamePart(code: number): boolean {
  return (code >= 48 && code <= 57) || code === HYPHEN || code === 46;
}

/** The first offset at or after `from` that holds no white space, at most `to`. */
export function skipWhiteSpace(text: string, from: number, to: number = text.length): number {
  let position = from;
  while (position < to && isWhiteSpace(text.charCodeAt(position))) position++;
  return position;
}

/** The first offset at or after `from` of a line break, at most `to`. */
export function findLineEnd(text: string, from: number, to: number = text.length): number {
  let position = from;
  while (position < to && !isLineBreak(text.charCodeAt(position))) position++;
  return position;
}

/** Behind the name that begins at `from`, for the tolerant scanner: at the first code unit that cannot belong to one. */
export function findNameEnd(text: string, from: number): number {
  let position = from;
  while (!endsName(text.charCodeAt(position))) position++;
  return position;
}

export function hasLineBreak(text: string, from: number, to: number): boolean {
  return findLineEnd(text, from, to) < to;
}

/** Behind the last code unit between the offsets that is no white space. */
export function trimWhiteSpaceEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

export function isBlank(text: string, from: number, to: number): boolean {
  return skipWhiteSpace(text, from, to) === to;
}

const NON_ASCII_NAME_START =
  /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uDFFF\uF900-\uFDCF\uFDF0-\uFFFD]/;
const NAME_START =
  'A-Za-z_:\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NAME = new RegExp(`^[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*$`, 'u');
