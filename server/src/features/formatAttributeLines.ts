import type { XmlElement } from '../xml/tree.ts';
import type { GapFormatter } from './formatGaps.ts';

/**
 * Indents the lines on which a start tag goes on: under the first attribute when that stands beside the name, else
 * one step deeper than the tag. Where the user has broken no line, none is broken. `lead` is the text in front of
 * the tag on its line.
 */
export function formatAttributeLines(element: XmlElement, lead: string, unit: string, gaps: GapFormatter): void {
  const { attributes, startTag, startTagClosed, selfClosing, nameRange } = element;
  const [first] = attributes;
  if (!startTagClosed || first === undefined) return;
  const close = startTag.end - (selfClosing ? 2 : 1);
  if (gaps.breaksIn({ start: nameRange.end, end: close }) === 0) return;

  const indentation = /^[ \t]*/.exec(lead)?.[0] ?? '';
  const beside = gaps.breaksIn({ start: nameRange.end, end: first.start }) === 0;
  const column = lead.replace(/[^\t]/g, ' ') + ' '.repeat(first.start - element.start);
  let end = nameRange.end;
  for (const attribute of attributes) {
    const gap = { start: end, end: attribute.start };
    if (gaps.breaksIn(gap) > 0) gaps.breakLine(gap, beside ? column : indentation + unit, 1);
    end = attribute.end;
  }
  const rest = { start: end, end: close };
  if (gaps.breaksIn(rest) > 0) gaps.breakLine(rest, indentation, 1);
}
