import type { BoundDocument } from '../binding/model.ts';
import { createLineIndex } from '../xml/lines.ts';
import { walkElements } from '../xml/query.ts';
import type { TextRange } from '../xml/range.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';
import type { FoldingRange } from './model.ts';

/**
 * What can be folded: every element and comment of more than one line, in document order. The end tag's line stays
 * visible; an element without children folds up its attributes.
 */
export function findFoldingRanges(document: BoundDocument): readonly FoldingRange[] {
  if (document.kind === undefined) return [];
  const { xml } = document;
  const ranges: FoldingRange[] = [];
  const lines = createLineIndex(xml.text);
  const add = ({ start, end }: TextRange, kind: FoldingRange['kind']) => {
    if (lines.positionAt(end).line > lines.positionAt(start).line) ranges.push({ start, end, kind });
  };
  const addSections = (nodes: readonly XmlNode[]) => {
    for (const node of nodes) {
      if (node.kind === 'comment') add(node, 'comment');
      if (node.kind === 'cdata') add(node, 'element');
    }
  };
  addSections(xml.children);
  for (const element of walkElements(xml)) {
    add({ start: element.start, end: foldingEnd(xml.text, element) }, 'element');
    addSections(element.children);
  }
  return ranges.toSorted((a, b) => a.start - b.start);
}

/** The end of the line above the end tag; the element's own end when its end tag does not begin a line. */
function foldingEnd(text: string, { startTag, endTag, end }: XmlElement): number {
  if (endTag === undefined) return end;
  let lineStart = endTag.start;
  while (lineStart > startTag.end && /[ \t]/.test(text.charAt(lineStart - 1))) lineStart -= 1;
  if (!/[\r\n]/.test(text.charAt(lineStart - 1))) return end;
  return text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : lineStart - 1;
}
