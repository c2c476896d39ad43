import { findLineEnd, isBlank, isWhiteSpace } from './characters.ts';
import type { TextRange } from './range.ts';
import type { XmlElement } from './tree.ts';

/** The offset where the line of `offset` begins. */
export function findLineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return start;
}

/** The white space that the line of `offset` begins with, as written. */
export function lineIndentation(text: string, offset: number): string {
  const start = findLineStart(text, offset);
  let end = start;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end++;
  return text.slice(start, end);
}

/** The document's line break: that of its first line; a line feed where there is none. */
export function lineBreakOf(text: string): string {
  const end = findLineEnd(text, 0);
  if (end === text.length) return '\n';
  if (text.charAt(end) === '\n') return '\n';
  return text.charAt(end + 1) === '\n' ? '\r\n' : '\r';
}

/** Whether nothing but white space stands in front of the offset on its line. Looks at no more than that white space. */
export function isFirstOnLine(text: string, offset: number): boolean {
  let start = offset;
  while (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 9) start--;
  return start === 0 || text.charCodeAt(start - 1) === 10 || text.charCodeAt(start - 1) === 13;
}

/**
 * What one level of nesting adds to the indentation: as seen between the nearest element and its parent that stand on
 * lines of their own, else libvirt's two blanks.
 */
export function indentationStep(text: string, element: XmlElement): string {
  for (const child of element.children) {
    const step = child.kind === 'element' ? stepBetween(text, element, child) : undefined;
    if (step !== undefined) return step;
  }
  for (let child = element; child.parent !== undefined; child = child.parent) {
    const step = stepBetween(text, child.parent, child);
    if (step !== undefined) return step;
  }
  return '  ';
}

function stepBetween(text: string, parent: XmlElement, child: XmlElement): string | undefined {
  if (!isFirstOnLine(text, parent.start) || !isFirstOnLine(text, child.start)) return undefined;
  const outer = lineIndentation(text, parent.start);
  const inner = lineIndentation(text, child.start);
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
}

/** The start of the white space in front of the offset. */
export function precedingWhiteSpace(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isWhiteSpace(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The range, widened to the lines that it stands on when nothing else does. */
export function wholeLines(text: string, { start, end }: TextRange): TextRange {
  if (!isFirstOnLine(text, start)) return { start, end };
  const lineEnd = findLineEnd(text, end);
  if (!isBlank(text, end, lineEnd)) return { start, end };
  const lineStart = findLineStart(text, start);
  if (lineEnd < text.length) {
    return { start: lineStart, end: text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1 };
  }
  // The last line: the line break in front goes.
  const before = text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : Math.max(0, lineStart - 1);
  return { start: before, end: lineEnd };
}
