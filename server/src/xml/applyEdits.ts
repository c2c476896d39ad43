import type { TextEdit } from './range.ts';

/** The text after the edits, which must not overlap; insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ ...edit, index }));
  ordered.sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { start, end, text: replacement } of ordered) {
    if (start < position || end < start || end > text.length) throw new Error(`Bad edit ${start}..${end}`);
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}
