import {
  endsName,
  findNameEnd,
  GREATER_THAN,
  isBlank,
  isLineBreak,
  isWhiteSpace,
  LESS_THAN,
  SLASH,
  skipWhiteSpace,
} from './characters.ts';
import { findLineStart } from './indentation.ts';
import type { TextRange } from './range.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlEndTag, XmlNode } from './tree.ts';

/**
 * What stands at an offset, seen as a cursor between two characters. `parent` is the element that encloses it: that
 * of `element` where there is one. `range` is what typing here changes: a name, a value, an empty range at the cursor.
 */
export type XmlLocation =
  | TagNameLocation
  | StartTagLocation
  | TagEndLocation
  | AttributeNameLocation
  | AttributeValueLocation
  | EndTagNameLocation
  | ContentLocation
  | SectionLocation;

interface Place {
  readonly offset: number;
  readonly range: TextRange;
  readonly parent: XmlElement | undefined;
}

/** In or at the name of a start tag; the name is empty behind a lone `<`. */
export interface TagNameLocation extends Place {
  readonly kind: 'tagName';
  readonly element: XmlElement;
}

/** Inside a start tag where an attribute may come. */
export interface StartTagLocation extends Place {
  readonly kind: 'startTag';
  readonly element: XmlElement;
  /** Whether a blank must come first: the cursor touches the attribute before it. */
  readonly needsSpace: boolean;
}

/** In a tag where nothing may come: between `/` and `>`, beside the name of an end tag, between the name of an attribute and the quote of its value. */
export interface TagEndLocation extends Place {
  readonly kind: 'tagEnd';
  readonly element: XmlElement | undefined;
}

/** In or at the name of an attribute, up to its `=`. */
export interface AttributeNameLocation extends Place {
  readonly kind: 'attributeName';
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
}

/** Behind the `=` of an attribute up to its closing quote; `range` lies between the quotes, empty where no value is. */
export interface AttributeValueLocation extends Place {
  readonly kind: 'attributeValue';
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
}

/** In or at the name of an end tag, behind `</`; `element` is the one that it closes. */
export interface EndTagNameLocation extends Place {
  readonly kind: 'endTagName';
  readonly element: XmlElement | undefined;
}

/** Between tags, or in a text: `range` is the text around the cursor on its line, without its outer white space. */
export interface ContentLocation extends Place {
  readonly kind: 'content';
  /** None: the cursor is inside no tag. The element around it is `parent`. */
  readonly element: undefined;
}

export interface SectionLocation extends Place {
  readonly kind: 'comment' | 'cdata' | 'instruction' | 'doctype';
  readonly element: undefined;
}

/** Finds what stands at an offset; offsets outside the text are taken for its ends. Works on half-typed text. */
export function locate(document: XmlDocument, offset: number): XmlLocation {
  const { text } = document;
  const at = Math.max(0, Math.min(offset, text.length));
  let parent: XmlElement | undefined;
  for (let nodes = document.children; ; ) {
    const { node, before } = findNode(text, nodes, at);
    if (node === undefined || node.kind === 'text') return locateContent(document, at, parent, before);
    if (node.kind !== 'element') return { kind: node.kind, offset: at, range: node, parent, element: undefined };
    if (at < node.startTag.end || (at === node.startTag.end && !node.startTagClosed)) {
      return locateInStartTag(text, at, node);
    }
    const { endTag } = node;
    if (endTag !== undefined && at > endTag.start) return locateInEndTag(at, node, endTag);
    parent = node;
    nodes = node.children;
  }
}

/** The node that encloses the offset, and the last one in front of that or of the offset. */
function findNode(
  text: string,
  nodes: readonly XmlNode[],
  offset: number,
): { readonly node: XmlNode | undefined; readonly before: XmlNode | undefined } {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node !== undefined && node.end < offset) low = middle + 1;
    else high = middle;
  }
  for (const index of [low, low + 1]) {
    const node = nodes[index];
    if (node !== undefined && encloses(text, node, offset)) return { node, before: nodes[index - 1] };
  }
  const touching = nodes[low];
  return { node: undefined, before: touching?.end === offset ? touching : nodes[low - 1] };
}

/** Strictly, but for a text, and for the end of what is cut off there. */
function encloses(text: string, node: XmlNode, offset: number): boolean {
  if (node.kind === 'text') return node.start <= offset && offset <= node.end;
  return node.start < offset && (offset < node.end || (offset === node.end && !isWhole(text, node)));
}

/** Whether the node ends with what closes it, so that the cursor behind it is outside. */
function isWhole(text: string, node: XmlNode): boolean {
  const endsWith = (closing: string, shortest: number): boolean =>
    node.end - node.start >= shortest && text.startsWith(closing, node.end - closing.length);
  switch (node.kind) {
    case 'element':
      return node.endTag === undefined ? node.selfClosing && node.startTagClosed : node.endTag.closed;
    case 'comment':
      return endsWith('-->', 7);
    case 'cdata':
      return endsWith(']]>', 12);
    case 'instruction':
      return endsWith('?>', 4);
    case 'doctype':
      return endsWith('>', 10);
    default:
      return false;
  }
}

function locateInStartTag(text: string, offset: number, element: XmlElement): XmlLocation {
  const { parent } = element;
  if (offset <= element.nameRange.end) return { kind: 'tagName', offset, range: element.nameRange, parent, element };
  for (const attribute of element.attributes) {
    if (offset < attribute.start) break;
    const location = locateInAttribute(text, offset, attribute);
    if (location !== undefined) return location;
  }
  const range = { start: offset, end: offset };
  if (text.charCodeAt(offset - 1) === SLASH) return { kind: 'tagEnd', offset, range, parent, element };
  return { kind: 'startTag', offset, range, parent, element, needsSpace: !isWhiteSpace(text.charCodeAt(offset - 1)) };
}

function locateInAttribute(text: string, offset: number, attribute: XmlAttribute): XmlLocation | undefined {
  const { owner: element, nameRange, equals, valueRange } = attribute;
  const { parent } = element;
  const cursor = { start: offset, end: offset };
  if (offset <= nameRange.end) return { kind: 'attributeName', offset, range: nameRange, parent, element, attribute };
  if (valueRange === undefined) {
    // Blanks behind the `=` are still in front of the value that is to come.
    if (equals === undefined || (offset > equals && !isBlankOnLine(text, equals + 1, offset))) return undefined;
    if (offset <= equals) return { kind: 'tagEnd', offset, range: cursor, parent, element };
    return { kind: 'attributeValue', offset, range: cursor, parent, element, attribute };
  }
  if (offset < valueRange.start) return { kind: 'tagEnd', offset, range: cursor, parent, element };
  if (offset > attribute.end || (offset === attribute.end && attribute.closed)) return undefined;
  return { kind: 'attributeValue', offset, range: valueRange, parent, element, attribute };
}

function locateInEndTag(offset: number, element: XmlElement, endTag: XmlEndTag): XmlLocation {
  const { parent } = element;
  const { nameRange } = endTag;
  if (offset <= nameRange.end && offset >= nameRange.start) {
    return { kind: 'endTagName', offset, range: nameRange, parent, element };
  }
  return { kind: 'tagEnd', offset, range: { start: offset, end: offset }, parent, element };
}

/** The offset lies in a text or between nodes; `before` is the node in front of that. */
function locateContent(
  document: XmlDocument,
  offset: number,
  parent: XmlElement | undefined,
  before: XmlNode | undefined,
): XmlLocation {
  const { text } = document;
  const stray = locateStrayEndTag(text, offset, parent);
  if (stray !== undefined) return stray;
  let around = parent;
  // An element without its end tag goes on where the cursor is indented more than it.
  for (let last = before; last?.kind === 'element' && reachesTo(text, last, offset); last = last.children.at(-1)) {
    if (!last.startTagClosed) return locateBehindTag(text, offset, last);
    around = last;
  }
  return { kind: 'content', offset, range: findTextRange(text, offset), parent: around, element: undefined };
}

/** Whether an element that lacks its end tag, with nothing but white space up to the offset, may go on there. */
function reachesTo(text: string, element: XmlElement, offset: number): boolean {
  if (element.endTag !== undefined || (element.selfClosing && element.startTagClosed)) return false;
  if (!isBlank(text, element.end, offset)) return false;
  if (isBlankOnLine(text, element.end, offset)) return true;
  const column = columnOf(text, element.start);
  // Where the element is not indented more than its parent, indentation says nothing.
  const { parent } = element;
  return columnOf(text, offset) > column || (parent !== undefined && columnOf(text, parent.start) >= column);
}

/** White space behind a start tag that lacks its `>`. */
function locateBehindTag(text: string, offset: number, element: XmlElement): XmlLocation {
  const { parent } = element;
  const range = { start: offset, end: offset };
  if (element.selfClosing) return { kind: 'tagEnd', offset, range, parent, element };
  const attribute = element.attributes.at(-1);
  const value = attribute === undefined ? undefined : locateInAttribute(text, offset, attribute);
  return value ?? { kind: 'startTag', offset, range, parent, element, needsSpace: false };
}

/** `</` and a name in front of the offset that belong to no element. */
function locateStrayEndTag(text: string, offset: number, parent: XmlElement | undefined): XmlLocation | undefined {
  let start = offset;
  while (start > 0 && offset - start < 100 && !endsName(text.charCodeAt(start - 1))) start--;
  if (text.charCodeAt(start - 1) !== SLASH || text.charCodeAt(start - 2) !== LESS_THAN) return undefined;
  const range = { start, end: findNameEnd(text, offset) };
  return { kind: 'endTagName', offset, range, parent, element: undefined };
}

/** The run between tags and line breaks around the offset, without outer white space; empty where it does not touch. */
function findTextRange(text: string, offset: number): TextRange {
  let start = offset;
  while (start > 0 && !endsText(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !endsText(text.charCodeAt(end))) end++;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return start <= offset && offset <= end ? { start, end } : { start: offset, end: offset };
}

function endsText(code: number): boolean {
  return code === LESS_THAN || code === GREATER_THAN || isLineBreak(code);
}

function isBlankOnLine(text: string, from: number, to: number): boolean {
  for (let position = from; position < to; position++) {
    const code = text.charCodeAt(position);
    if (!isWhiteSpace(code) || isLineBreak(code)) return false;
  }
  return true;
}

/** Width of the white space in front of the offset on its line, up to the offset. */
function columnOf(text: string, offset: number): number {
  const lineStart = findLineStart(text, offset);
  return Math.min(skipWhiteSpace(text, lineStart, offset), offset) - lineStart;
}
