import type { BoundDocument } from '../binding/model.ts';
import type { TextRange } from '../xml/range.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from '../xml/tree.ts';
import type { SelectionRanges } from './model.ts';

/** More than any document of libvirt nests; the protocol sends the ranges nested, so that their number has to be bounded. */
const MAX_RANGES = 200;

/**
 * What "expand selection" selects step by step: a value, the same with its quotes, the attribute, the start tag, the
 * element, its parent's content, the parent, and so on up to the whole text.
 */
export function findSelectionRanges(document: BoundDocument, offset: number): SelectionRanges {
  if (document.kind === undefined) return [];
  const { xml } = document;
  const inner = findInnermost(xml, offset);
  const ranges: TextRange[] = [];
  const add = ({ start, end }: TextRange) => {
    const last = ranges.at(-1);
    const encloses = last === undefined || (start <= last.start && last.end <= end);
    const grows = last === undefined || start < last.start || last.end < end;
    if (start < end && encloses && grows && start <= offset && offset <= end) ranges.push({ start, end });
  };
  if (inner !== undefined) {
    for (const range of innerRanges(xml.text, inner, offset)) add(range);
    let element = inner.kind === 'element' ? inner : inner.parent;
    while (element !== undefined && ranges.length < MAX_RANGES) {
      for (const range of elementRanges(xml.text, element, offset)) add(range);
      element = element.parent;
    }
  }
  add({ start: 0, end: xml.text.length });
  return ranges;
}

/** The smallest node around an offset; where two of them meet, an element or a comment rather than white space. */
function findInnermost(xml: XmlDocument, offset: number): XmlNode | undefined {
  let found: XmlNode | undefined;
  let candidates = xml.children;
  for (;;) {
    const touching = nodesAt(candidates, offset);
    const next = touching.find(node => node.kind !== 'text') ?? touching[0];
    if (next === undefined) return found;
    found = next;
    if (next.kind !== 'element') return found;
    candidates = next.children;
  }
}

/** The nodes (two at most, in document order) that enclose or touch the offset. */
function nodesAt(nodes: readonly XmlNode[], offset: number): readonly XmlNode[] {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node !== undefined && node.end < offset) low = middle + 1;
    else high = middle;
  }
  return nodes.slice(low, low + 2).filter(node => node.start <= offset);
}

function innerRanges(text: string, node: XmlNode, offset: number): readonly TextRange[] {
  switch (node.kind) {
    case 'element':
      return [...node.attributes.flatMap(attribute => attributeRanges(attribute, offset)), ...tagRanges(node)];
    case 'text':
      return [trimmed(text, node)];
    case 'comment':
      return [trimmed(text, { start: node.start + 4, end: node.end - 3 }), node];
    case 'cdata':
      return [trimmed(text, { start: node.start + 9, end: node.end - 3 }), node];
    default:
      return [node];
  }
}

function attributeRanges(attribute: XmlAttribute, offset: number): readonly TextRange[] {
  if (offset < attribute.start || offset > attribute.end) return [];
  const { nameRange, valueRange, quote, closed } = attribute;
  if (offset <= nameRange.end) return [nameRange, attribute];
  if (valueRange === undefined) return [attribute];
  const opening = quote === undefined ? 0 : 1;
  const closing = quote !== undefined && closed ? 1 : 0;
  return [valueRange, { start: valueRange.start - opening, end: valueRange.end + closing }, attribute];
}

function tagRanges({ nameRange, startTag, endTag }: XmlElement): readonly TextRange[] {
  return [nameRange, startTag, ...(endTag === undefined ? [] : [endTag.nameRange, endTag])];
}

/** What stands between the tags, first without the white space around it, then the element as a whole. */
function elementRanges(text: string, element: XmlElement, offset: number): readonly TextRange[] {
  const { startTag, endTag, start, end } = element;
  const content = { start: startTag.end, end: endTag?.start ?? end };
  const inContent = content.start <= offset && offset <= content.end && !element.selfClosing;
  return inContent ? [trimmed(text, content), content, { start, end }] : [{ start, end }];
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  let first = start;
  let last = end;
  while (first < last && isWhiteSpace(text.charCodeAt(first))) first += 1;
  while (last > first && isWhiteSpace(text.charCodeAt(last - 1))) last -= 1;
  return { start: first, end: last };
}

function isWhiteSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
