import {
  findNameEnd,
  GREATER_THAN,
  hasLineBreak,
  isBlank,
  isLineBreak,
  LESS_THAN,
  SLASH,
  skipWhiteSpace,
} from './characters.ts';
import { precedingWhiteSpace } from './indentation.ts';
import type { Scan } from './scan.ts';
import { looksLikeAttribute, reportBadName, scanAttribute } from './scanAttribute.ts';
import type { ElementToken } from './tokens.ts';
import type { XmlAttribute } from './tree.ts';

/**
 * Scans a start tag from its `<`. A tag that lacks its `>` is given up in front of the next `<`, or at the end of the
 * last line that still reads as attributes; `startTagClosed` is false then. That, and a missing name, is reported with
 * the tree, where it is known what the tag may be meant for.
 */
export function scanStartTag(scan: Scan, start: number): ElementToken {
  const { text } = scan;
  const nameStart = start + 1;
  const nameEnd = findNameEnd(text, nameStart);
  const name = text.slice(nameStart, nameEnd);
  const element: ElementToken = {
    kind: 'element',
    name,
    nameRange: { start: nameStart, end: nameEnd },
    parent: undefined,
    attributes: [],
    startTag: { start, end: nameEnd },
    startTagClosed: false,
    selfClosing: false,
    endTag: undefined,
    children: [],
    start,
    end: nameEnd,
  };
  if (name !== '') reportBadName(scan, name, nameStart);
  const end =
    name === '' && text.charCodeAt(nameStart) !== GREATER_THAN ? nameEnd : scanAttributes(scan, element, nameEnd);
  element.startTag = { start, end };
  element.end = end;
  return element;
}

/** Reads attributes up to the tag's end; sets `startTagClosed` and `selfClosing`, returns where the tag ends. */
function scanAttributes(scan: Scan, element: ElementToken, from: number): number {
  const { text } = scan;
  // Behind the last thing that belongs to the tag for certain.
  let end = from;
  for (;;) {
    const position = skipWhiteSpace(text, end);
    const code = text.charCodeAt(position);
    if (code === GREATER_THAN) {
      element.startTagClosed = true;
      return position + 1;
    }
    if (code === SLASH) {
      const next = scanSlash(scan, element, position);
      if (next === undefined) return element.startTagClosed ? position + 2 : position + 1;
      end = next;
      continue;
    }
    if (position === text.length || code === LESS_THAN) return giveUp(text, end, position);
    if (element.attributes.length > 0 || position > end) {
      const brokenLine = !isBlank(text, end, position) || hasLineBreak(text, end, position);
      if (brokenLine && !looksLikeAttribute(text, position)) return giveUp(text, end, position);
    }
    const attribute = scanAttribute(scan, element, position);
    reportMissingSpace(scan, attribute, end);
    reportDuplicate(scan, element, attribute);
    element.attributes.push(attribute);
    end = attribute.end;
  }
}

/** A `/`: closes the tag, or is a slip; `undefined` when the tag ends with it. */
function scanSlash(scan: Scan, element: ElementToken, position: number): number | undefined {
  const { text } = scan;
  if (text.charCodeAt(position + 1) === GREATER_THAN) {
    element.startTagClosed = true;
    element.selfClosing = true;
    return undefined;
  }
  const next = skipWhiteSpace(text, position + 1);
  const code = text.charCodeAt(next);
  if (next === text.length || code === LESS_THAN || hasLineBreak(text, position, next)) {
    element.selfClosing = true;
    return undefined;
  }
  scan.report({
    code: 'syntax/bad-character',
    range: { start: position, end: position + 1 },
    message:
      'A / may only stand directly in front of the > that ends the tag. libvirt cannot read the document. Delete it, or put /> at the end of the tag.',
    fix: { title: 'Delete /', edits: [{ start: position, end: position + 1, text: '' }] },
  });
  return position + 1;
}

/** A tag that lacks its `>` ends with the last line that it stands on, blanks included, its line break not. */
function giveUp(text: string, end: number, next: number): number {
  let position = end;
  while (position < next && !isLineBreak(text.charCodeAt(position))) position++;
  return position;
}

function reportMissingSpace(scan: Scan, attribute: XmlAttribute, previousEnd: number): void {
  if (attribute.start !== previousEnd || attribute.name === '') return;
  scan.report({
    code: 'syntax/missing-space',
    range: attribute.nameRange,
    message: `White space is missing in front of ${attribute.name}. libvirt cannot read the document. Insert a blank.`,
    fix: {
      title: 'Insert a blank',
      edits: [{ start: attribute.start, end: attribute.start, text: ' ' }],
    },
  });
}

function reportDuplicate(scan: Scan, element: ElementToken, attribute: XmlAttribute): void {
  if (attribute.name === '') return;
  const first = scan.findDuplicate(element, attribute);
  if (first === undefined) return;
  const start = precedingWhiteSpace(scan.text, attribute.start);
  scan.report({
    code: 'syntax/duplicate-attribute',
    range: attribute.nameRange,
    message: `${attribute.name} stands twice in <${element.name}>. libvirt cannot read the document. Delete one of the two.`,
    related: { range: first.nameRange, message: `${attribute.name} stands here already` },
    fix: { title: `Delete this ${attribute.name}`, edits: [{ start, end: attribute.end, text: '' }] },
  });
}
