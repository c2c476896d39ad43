import {
  EQUALS,
  findNameEnd,
  GREATER_THAN,
  hasLineBreak,
  isLineBreak,
  isName,
  isQuote,
  isWhiteSpace,
  LESS_THAN,
  SINGLE_QUOTE,
  SLASH,
  skipWhiteSpace,
} from './characters.ts';
import { checkReferences, decodeAttributeValue } from './decode.ts';
import type { Scan } from './scan.ts';
import { scanValue, type ValueExtent } from './scanValue.ts';
import type { ElementToken } from './tokens.ts';
import type { XmlAttribute } from './tree.ts';

/**
 * Scans an attribute from its name, or from the `=` or the quote where the name is missing. The next attribute, the end of
 * the tag and the next line are never taken for its value.
 */
export function scanAttribute(scan: Scan, element: ElementToken, start: number): XmlAttribute {
  const { text } = scan;
  const nameEnd = findNameEnd(text, start);
  const name = text.slice(start, nameEnd);
  const nameRange = { start, end: nameEnd };
  const afterName = skipWhiteSpace(text, nameEnd);
  const equals = text.charCodeAt(afterName) === EQUALS ? afterName : undefined;
  if (name === '') {
    scan.report({
      code: 'syntax/missing-name',
      range: { start, end: start + 1 },
      message:
        "A value needs the name of its attribute in front of it, as in name='value'. libvirt cannot read the document. Write the name.",
    });
  } else reportBadName(scan, name, start);
  const valueSign = equals === undefined ? nameEnd : skipRepeatedEquals(scan, equals);
  const valueStart = skipWhiteSpace(text, valueSign);
  const code = text.charCodeAt(valueStart);
  if (isQuote(code) && (equals !== undefined || !hasLineBreak(text, nameEnd, valueStart))) {
    if (equals === undefined && name !== '') {
      scan.report({
        code: 'syntax/missing-equals',
        range: { start: nameEnd, end: Math.max(valueStart, nameEnd + 1) },
        message: `The = between ${name} and its value is missing. libvirt cannot read the document. Write ${name}=.`,
        fix: { title: 'Insert =', edits: [{ start: nameEnd, end: valueStart, text: '=' }] },
      });
    }
    return quotedAttribute(scan, element, { name, nameRange, equals, start }, valueStart);
  }
  const head = { name, nameRange, equals, start };
  if (equals === undefined || !startsWord(text, valueSign, valueStart)) {
    return attributeWithoutValue(scan, element, head, valueSign);
  }
  const opening = findLateQuote(text, valueStart);
  if (opening === undefined) return unquotedAttribute(scan, element, head, valueStart);
  const surplus = text.slice(valueStart, opening);
  scan.report({
    code: 'syntax/bad-character',
    range: { start: valueStart, end: opening },
    message: `${surplus} stands between the = and the quotes of ${name}. libvirt cannot read the document. Delete it.`,
    fix: { title: `Delete ${surplus}`, edits: [{ start: valueStart, end: opening, text: '' }] },
  });
  return quotedAttribute(scan, element, head, opening);
}

/** Behind the `=`, and behind further ones, which are a slip. */
function skipRepeatedEquals(scan: Scan, equals: number): number {
  const { text } = scan;
  let end = equals + 1;
  while (text.charCodeAt(end) === EQUALS) end++;
  if (end > equals + 1) {
    scan.report({
      code: 'syntax/bad-character',
      range: { start: equals + 1, end },
      message: 'One = stands between name and value. libvirt cannot read the document. Delete the others.',
      fix: { title: 'Delete the surplus =', edits: [{ start: equals + 1, end, text: '' }] },
    });
  }
  return end;
}

/** The first of two equal quotes on this line, inside the word that begins here: what stands in front of it is a slip. */
function findLateQuote(text: string, start: number): number | undefined {
  const end = findWordEnd(text, start);
  let opening = start;
  while (opening < end && !isQuote(text.charCodeAt(opening))) opening++;
  if (opening === start || opening >= end - 1) return undefined;
  for (let position = opening + 1; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === text.charCodeAt(opening)) return opening;
    if (isLineBreak(code) || code === LESS_THAN || code === GREATER_THAN) return undefined;
  }
  return undefined;
}

type AttributeHead = Pick<XmlAttribute, 'name' | 'nameRange' | 'equals' | 'start'>;

function quotedAttribute(scan: Scan, owner: ElementToken, head: AttributeHead, opening: number): XmlAttribute {
  const { text } = scan;
  const code = text.charCodeAt(opening);
  const quote = code === SINGLE_QUOTE ? "'" : '"';
  const start = opening + 1;
  const extent = scanValue(text, start, code);
  const rawValue = text.slice(start, extent.end);
  if (!extent.closed) {
    scan.report({
      code: 'syntax/missing-quote',
      range: { start: opening, end: extent.end },
      message: `The value of ${head.name} lacks its closing ${quote}. libvirt cannot read the document. Write ${quote} behind the value.`,
      fix: { title: `Insert the closing ${quote}`, edits: [{ start: extent.end, end: extent.end, text: quote }] },
    });
  }
  reportMarkupInValue(scan, start, extent);
  // Field by field: spreading `head` here makes the parser twenty times slower on V8.
  return {
    owner,
    name: head.name,
    nameRange: head.nameRange,
    equals: head.equals,
    start: head.start,
    quote,
    valueRange: { start, end: extent.end },
    rawValue,
    value: extent.plain ? rawValue : decodeAttributeValue(rawValue),
    closed: extent.closed,
    end: extent.closed ? extent.end + 1 : extent.end,
  };
}

function unquotedAttribute(scan: Scan, owner: ElementToken, head: AttributeHead, start: number): XmlAttribute {
  const { text } = scan;
  const end = findWordEnd(text, start);
  const rawValue = text.slice(start, end);
  scan.report({
    code: 'syntax/missing-quote',
    range: { start, end },
    message: `The value of ${head.name} stands without quotes. libvirt cannot read the document. Write ${head.name}='${rawValue}'.`,
    fix: { title: 'Put the value in quotes', edits: quoteEdits(start, end, text) },
  });
  if (rawValue.includes('&')) checkReferences(text, start, end, scan.hasDeclarations(), scan.report);
  return {
    owner,
    name: head.name,
    nameRange: head.nameRange,
    equals: head.equals,
    start: head.start,
    quote: undefined,
    valueRange: { start, end },
    rawValue,
    value: decodeAttributeValue(rawValue),
    closed: false,
    end,
  };
}

/** A quote behind the word is its closing one: only the opening one is missing. */
function quoteEdits(start: number, end: number, text: string) {
  const last = text.charCodeAt(end - 1);
  if (isQuote(last)) return [{ start, end: start, text: text.charAt(end - 1) }];
  return [
    { start, end: start, text: "'" },
    { start: end, end, text: "'" },
  ];
}

function attributeWithoutValue(scan: Scan, owner: ElementToken, head: AttributeHead, end: number): XmlAttribute {
  const { name, nameRange } = head;
  if (name !== '') {
    scan.report({
      code: 'syntax/missing-value',
      range: nameRange,
      message: `${name} has no value. libvirt cannot read the document. Write ${name}='…' with the value in quotes.`,
      fix: { title: 'Insert an empty value', edits: [{ start: nameRange.end, end, text: "=''" }] },
    });
  }
  return {
    owner,
    name,
    nameRange,
    equals: head.equals,
    start: head.start,
    quote: undefined,
    valueRange: undefined,
    rawValue: '',
    value: '',
    closed: false,
    end: Math.max(end, head.start + 1),
  };
}

/** Whether a word without quotes stands behind the `=`, which `from` follows, and not the next attribute or the next line. */
function startsWord(text: string, from: number, position: number): boolean {
  const code = text.charCodeAt(position);
  if (Number.isNaN(code) || code === LESS_THAN || code === GREATER_THAN) return false;
  if (code === SLASH && text.charCodeAt(position + 1) === GREATER_THAN) return false;
  if (position === from) return true;
  return !hasLineBreak(text, from, position) && !looksLikeAttribute(text, position);
}

/** Whether name and `=` stand here, or the tag's end: what may come on a further line of a tag. */
export function looksLikeAttribute(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  if (code === GREATER_THAN || code === SLASH || code === LESS_THAN) return true;
  const end = findNameEnd(text, position);
  if (end === position) return false;
  const next = text.charCodeAt(skipWhiteSpace(text, end));
  return next === EQUALS || (isQuote(next) && isName(text.slice(position, end)));
}

export function reportBadName(scan: Scan, name: string, start: number): void {
  if (isName(name)) return;
  scan.report({
    code: 'syntax/bad-name',
    range: { start, end: start + name.length },
    message: `${name} is no name in XML. libvirt cannot read the document. Write a name of letters, digits, _, - and . that does not begin with a digit.`,
  });
}

function reportMarkupInValue(scan: Scan, start: number, extent: ValueExtent): void {
  const { text } = scan;
  if (extent.hasAmpersand) checkReferences(text, start, extent.end, scan.hasDeclarations(), scan.report);
  if (!extent.hasLessThan) return;
  for (let position = start; position < extent.end; position++) {
    if (text.charCodeAt(position) !== LESS_THAN) continue;
    scan.report({
      code: 'syntax/raw-less-than',
      range: { start: position, end: position + 1 },
      message: 'A < may not stand in a value. libvirt cannot read the document. Write &lt;.',
      fix: { title: 'Write &lt; for <', edits: [{ start: position, end: position + 1, text: '&lt;' }] },
    });
  }
}

/** End of a value without quotes: white space, `<`, `>` or `/>`. */
function findWordEnd(text: string, from: number): number {
  let position = from;
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (isWhiteSpace(code) || code === GREATER_THAN || code === LESS_THAN) break;
    if (code === SLASH && text.charCodeAt(position + 1) === GREATER_THAN) break;
  }
  return position;
}
