import type { TextRange } from '../../server/src/xml/range.ts';

/** A text whose marks have been taken out, with the places where they stood. */
export interface Marked {
  readonly text: string;
  /** Where a `|` stood, in order. */
  readonly cursors: readonly number[];
  /** What `⟦` and `⟧` enclosed, by their start; ranges may nest. */
  readonly ranges: readonly TextRange[];
}

/**
 * Reads the marks of a test's text: `|` is a cursor, `⟦…⟧` a range. libvirt's XML needs none of the three characters;
 * a text that does writes `\|`.
 */
export function parseMarked(marked: string): Marked {
  let text = '';
  const cursors: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (let i = 0; i < marked.length; i++) {
    const character = marked.charAt(i);
    if (character === '\\' && marked.charAt(i + 1) === '|') {
      text += '|';
      i++;
    } else if (character === '|') {
      cursors.push(text.length);
    } else if (character === '⟦') {
      const range = { start: text.length, end: text.length };
      open.push(range);
      ranges.push(range);
    } else if (character === '⟧') {
      const range = open.pop();
      if (range === undefined) throw new Error(`⟧ without ⟦ in: ${marked}`);
      range.end = text.length;
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in: ${marked}`);
  return { text, cursors, ranges };
}

/** The text and the offset of its only cursor. */
export function parseCursor(marked: string): { readonly text: string; readonly offset: number } {
  const { text, cursors } = parseMarked(marked);
  const [offset] = cursors;
  if (offset === undefined || cursors.length > 1) throw new Error(`One | expected in: ${marked}`);
  return { text, offset };
}
