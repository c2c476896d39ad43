import {
  AMPERSAND,
  CARRIAGE_RETURN,
  EQUALS,
  findNameEnd,
  GREATER_THAN,
  isLineBreak,
  isNameStart,
  isQuote,
  isWhiteSpace,
  LESS_THAN,
  LINE_FEED,
  QUESTION,
  SLASH,
  skipWhiteSpace,
  TAB,
} from './characters.ts';

/** Where a quoted value ends, and what was seen on the way. */
export interface ValueExtent {
  /** Behind the last character of the value. */
  readonly end: number;
  /** Whether the closing quote stands there. */
  readonly closed: boolean;
  /** A `&` or literal white space other than blanks, so that raw and decoded value differ. */
  readonly plain: boolean;
  readonly hasAmpersand: boolean;
  readonly hasLessThan: boolean;
}

/**
 * Finds the end of a value whose opening quote stands in front of `start`. When the next such quote cannot be meant
 * (a tag begins in between, or what follows it cannot follow a value), the closing quote is missing, and the value is
 * taken to end in its own line: in front of the next attribute, of the tag's end, or at the end of the line.
 */
export function scanValue(text: string, start: number, quote: number): ValueExtent {
  let lineBreaks = false;
  let tabs = false;
  let hasAmpersand = false;
  let lessThan = -1;
  let position = start;
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === quote) break;
    if (code === LESS_THAN) {
      if (lessThan === -1) lessThan = position;
      if (lineBreaks && startsMarkup(text, position)) return recoverValue(text, start);
    } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      lineBreaks = true;
    } else if (code === AMPERSAND) hasAmpersand = true;
    else if (code === TAB) tabs = true;
    if (lineBreaks && lessThan !== -1 && startsMarkup(text, lessThan)) return recoverValue(text, start);
  }
  const found = position < text.length;
  if (
    !found ||
    (!canFollowValue(text, position + 1) && (lessThan !== -1 || lineBreaks || endsWithEquals(text, start, position)))
  ) {
    return recoverValue(text, start);
  }
  return {
    end: position,
    closed: true,
    plain: !(lineBreaks || tabs || hasAmpersand),
    hasAmpersand,
    hasLessThan: lessThan !== -1,
  };
}

/** The end of a value that lacks its closing quote: what comes first on its line of the next attribute, the tag's end or markup. */
function recoverValue(text: string, start: number): ValueExtent {
  let end = start;
  let position = start;
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (isLineBreak(code) || code === GREATER_THAN) break;
    if (code === SLASH && text.charCodeAt(position + 1) === GREATER_THAN) break;
    if (code === LESS_THAN && startsMarkup(text, position)) break;
    if (!isWhiteSpace(code)) end = position + 1;
    else if (end === position && startsAttribute(text, position)) break;
  }
  const raw = text.slice(start, end);
  const hasAmpersand = raw.includes('&');
  return {
    end,
    closed: false,
    plain: !hasAmpersand && !raw.includes('\t'),
    hasAmpersand,
    hasLessThan: raw.includes('<'),
  };
}

/** White space, a name, `=` and a quote. */
function startsAttribute(text: string, from: number): boolean {
  const name = skipWhiteSpace(text, from);
  if (!isNameStart(text.charCodeAt(name))) return false;
  const equals = skipWhiteSpace(text, findNameEnd(text, name));
  return text.charCodeAt(equals) === EQUALS && isQuote(text.charCodeAt(skipWhiteSpace(text, equals + 1)));
}

function startsMarkup(text: string, lessThan: number): boolean {
  const code = text.charCodeAt(lessThan + 1);
  return code === SLASH || code === 33 || code === QUESTION || isNameStart(code);
}

function canFollowValue(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return isWhiteSpace(code) || code === GREATER_THAN || code === SLASH || code === QUESTION;
}

/** `br0 mode=` in front of a quote: that quote opens the next value. */
function endsWithEquals(text: string, start: number, end: number): boolean {
  return /\s[A-Za-z_:][\w:.-]*\s*=\s*$/.test(text.slice(Math.max(start, end - 200), end));
}
