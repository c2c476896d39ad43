import type { BoundDocument } from '../binding/model.ts';
import type { SyntaxCode } from '../xml/problems.ts';
import { walkElements } from '../xml/query.ts';
import type { TextEdit, TextRange } from '../xml/range.ts';
import type { XmlElement } from '../xml/tree.ts';
import { formatAttributeLines } from './formatAttributeLines.ts';
import { createGapFormatter, type GapFormatter } from './formatGaps.ts';
import type { FormatOptions } from './model.ts';

/** Mistakes that leave no doubt about where elements begin and end. With any other one nothing is formatted. */
const harmless: ReadonlySet<SyntaxCode> = new Set([
  'syntax/doctype',
  'syntax/duplicate-attribute',
  'syntax/raw-ampersand',
  'syntax/bad-entity',
  'syntax/bad-character',
  'syntax/missing-space',
]);

/** Indentation, in characters, that no document of libvirt reaches; what lies deeper is not indented further. */
const MAX_INDENTATION = 256;

/**
 * The smallest edits that put each element on a line of its own, indented by its depth; only on the lines of `range`
 * when one is given. White space between elements and line breaks inside start tags are all that changes: text,
 * comments, CDATA, values and what `xml:space='preserve'` covers stay as they are.
 */
export function formatDocument(
  document: BoundDocument,
  options: FormatOptions,
  range?: TextRange,
): readonly TextEdit[] {
  const { xml } = document;
  if (document.kind === undefined || xml.problems.some(({ code }) => !harmless.has(code))) return [];
  const unit = options.insertSpaces ? ' '.repeat(options.tabSize) : '\t';
  const gaps = createGapFormatter(xml.text, range);
  /** By element: what stands in front of it on its line. Elements whose surroundings are left alone have no entry. */
  const leads = new Map<XmlElement, string>();
  formatTopLevel(document, gaps, leads);
  for (const element of walkElements(xml)) {
    const lead = leads.get(element);
    if (lead === undefined) continue;
    formatAttributeLines(element, lead, unit, gaps);
    if (mayFormatContent(document, element)) formatContent(element, lead, unit, gaps, leads);
  }
  return gaps.edits.toSorted((a, b) => a.start - b.start);
}

function formatTopLevel({ xml }: BoundDocument, gaps: GapFormatter, leads: Map<XmlElement, string>): void {
  let end = 0;
  for (const node of xml.children) {
    if (node.kind === 'text') continue;
    const gap = { start: end, end: node.start };
    if (end === 0) gaps.replace(gap, '');
    else if (node.kind === 'element' || gaps.breaksIn(gap) > 0) gaps.breakLine(gap, '');
    if (node.kind === 'element') leads.set(node, gaps.isReached(node.start) ? '' : gaps.lineBefore(node.start));
    end = node.end;
  }
  const rest = { start: end, end: xml.text.length };
  if (gaps.breaksIn(rest) > 0) gaps.breakLine(rest, '', 1);
}

/** Whether the white space in an element means nothing. In one without child elements it may be libvirt's text. */
function mayFormatContent(document: BoundDocument, element: XmlElement): boolean {
  if (element.endTag === undefined) return false;
  if (element.attributes.some(({ name, value }) => name === 'xml:space' && value === 'preserve')) return false;
  let hasElements = false;
  for (const node of element.children) {
    if (node.kind === 'cdata' || (node.kind === 'text' && /[^ \t\r\n]/.test(node.value))) return false;
    hasElements ||= node.kind === 'element';
  }
  if (hasElements) return true;
  const body = document.bound(element)?.body;
  return body !== undefined && !body.open && body.text === undefined;
}

function formatContent(
  element: XmlElement,
  lead: string,
  unit: string,
  gaps: GapFormatter,
  leads: Map<XmlElement, string>,
): void {
  const indentation = /^[ \t]*/.exec(lead)?.[0] ?? '';
  const inner = indentation.length < MAX_INDENTATION ? indentation + unit : indentation;
  let end = element.startTag.end;
  let broken = false;
  for (const node of element.children) {
    if (node.kind === 'text') continue;
    const gap = { start: end, end: node.start };
    end = node.end;
    // A comment behind something on the same line belongs to it.
    if (node.kind !== 'element' && gaps.breaksIn(gap) === 0) continue;
    broken = true;
    gaps.breakLine(gap, inner);
    if (node.kind === 'element') leads.set(node, gaps.isReached(node.start) ? inner : gaps.lineBefore(node.start));
  }
  const rest = { start: end, end: element.endTag?.start ?? end };
  if (broken || gaps.breaksIn(rest) > 0) gaps.breakLine(rest, indentation);
}
