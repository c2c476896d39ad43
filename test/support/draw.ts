import type { TextRange } from '../../server/src/xml/range.ts';

/** Draws `▔▔▔` under each range, `↑` for an empty one, each followed by its label; a range over several lines is drawn on its first. */
export function drawRanges(text: string, ranges: readonly (TextRange & { readonly label?: string })[]): string {
  const drawn: string[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const lineEnd = lineStart + line.length;
    drawn.push(line);
    for (const { start, end, label } of ranges) {
      if (start < lineStart || start > lineEnd) continue;
      const mark = end === start ? '↑' : '▔'.repeat(Math.max(1, Math.min(end, lineEnd) - start));
      drawn.push(`${' '.repeat(start - lineStart)}${mark}${label === undefined ? '' : ` ${label}`}`);
    }
    lineStart = lineEnd + 1;
  }
  return drawn.join('\n');
}
