import type { TextRange } from '../xml/range.ts';
import { displayWidth } from './displayWidth.ts';
import { printable } from './printable.ts';

/** A piece of a source line and the run of carets that marks the range in it; both begin at the same cell. */
export interface CodeFrame {
  readonly source: string;
  readonly carets: string;
}

const TAB_SIZE = 4;
const CUT = '…';

/**
 * Shows where in its line a range stands. A range over several lines is marked to the end of its first one, an empty
 * range by one caret. A line that is longer than `width` cells is cut around the range. Looks at no more than the
 * cells around the range, so that one endless line costs nothing.
 */
export function codeFrame(text: string, line: TextRange, range: TextRange, width: number): CodeFrame {
  const start = Math.min(range.start, line.end);
  const end = Math.max(start, Math.min(range.end, line.end));
  const marked = take(text, { start, end }, width, 0);
  const room = width - marked.cells;
  const before = takeBefore(text, { start: line.start, end: start }, Math.ceil(room / 2));
  const after = take(text, { start: end, end: line.end }, room - before.cells, before.cells + marked.cells);
  const head = before.complete ? '' : CUT;
  const tail = marked.complete && after.complete ? '' : CUT;
  return {
    source: head + before.cellsText + marked.cellsText + (marked.complete ? after.cellsText : '') + tail,
    carets: ' '.repeat(before.cells + head.length) + '^'.repeat(Math.max(1, marked.cells)),
  };
}

interface Piece {
  readonly cellsText: string;
  readonly cells: number;
  readonly complete: boolean;
}

/** As much of a range's beginning as fits into `room` cells; `column` is the cell it begins at, for tabs. */
function take(text: string, range: TextRange, room: number, column: number): Piece {
  // A cell rarely takes more than two UTF-16 units.
  const end = Math.min(range.end, range.start + 2 * Math.max(0, room) + 2);
  let cellsText = '';
  let cells = 0;
  for (const character of text.slice(range.start, end)) {
    const shown = character === '\t' ? ' '.repeat(TAB_SIZE - ((column + cells) % TAB_SIZE)) : printable(character);
    const added = character === '\t' ? shown.length : displayWidth(shown);
    if (cells + added > room) return { cellsText, cells, complete: false };
    cellsText += shown;
    cells += added;
  }
  return { cellsText, cells, complete: end === range.end };
}

/** As much of a range's end as fits into `room` cells. */
function takeBefore(text: string, range: TextRange, room: number): Piece {
  const whole = take(text, range, room, 0);
  if (whole.complete) return whole;
  const characters = Array.from(text.slice(Math.max(range.start, range.end - 2 * Math.max(0, room)), range.end));
  let first = characters.length;
  let cells = 0;
  while (first > 0) {
    const added = widthOf(characters[first - 1] ?? '');
    if (cells + added > room) break;
    cells += added;
    first--;
  }
  const cellsText = characters.slice(first).map(character => (character === '\t' ? ' ' : printable(character)));
  return { cellsText: cellsText.join(''), cells, complete: false };
}

function widthOf(character: string): number {
  return character === '\t' ? 1 : displayWidth(printable(character));
}
