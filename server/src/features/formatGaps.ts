import { createLineIndex, type LineIndex } from '../xml/lines.ts';
import type { TextEdit, TextRange } from '../xml/range.ts';

/** Changes the white space between things, on the lines that are to be formatted and nowhere else. */
export interface GapFormatter {
  readonly edits: readonly TextEdit[];
  /** Number of line breaks in a gap. */
  readonly breaksIn: (gap: TextRange) => number;
  /** Whether the line on which an offset stands is to be formatted. */
  readonly isReached: (offset: number) => boolean;
  /** The line's text in front of an offset. */
  readonly lineBefore: (offset: number) => string;
  /** Makes the gap end in a new line with the given indentation; one blank line of the user's stays unless `lines` says how many. */
  readonly breakLine: (gap: TextRange, indentation: string, lines?: number) => void;
  readonly replace: (gap: TextRange, wanted: string) => void;
}

/** For the whole text, or for the lines that `range` (UTF-16 offsets) touches. */
export function createGapFormatter(text: string, range: TextRange | undefined): GapFormatter {
  const lines = createLineIndex(text);
  const edits: TextEdit[] = [];
  const scope = range === undefined ? { start: 0, end: text.length } : wholeLines(lines, range);
  const documentBreak = findLineBreaks(text.slice(0, lines.lineStart(1)))[0] ?? '\n';

  const replace = (gap: TextRange, wanted: string) => {
    const present = text.slice(gap.start, gap.end);
    if (present === wanted || /[^ \t\r\n]/.test(present)) return;
    const edit = smallestEdit(gap.start, present, wanted);
    if (edit.start >= scope.start && edit.end <= scope.end) edits.push(edit);
  };
  const breaksIn = (gap: TextRange) => findLineBreaks(text.slice(gap.start, gap.end)).length;

  return {
    edits,
    breaksIn,
    replace,
    isReached: offset => scope.start <= offset && offset <= scope.end,
    lineBefore: offset => text.slice(lines.lineStart(lines.positionAt(offset).line), offset),
    breakLine: (gap, indentation, count) => {
      const present = findLineBreaks(text.slice(gap.start, gap.end));
      const lineBreak = present[0] ?? documentBreak;
      if (gap.start < scope.start && scope.start <= gap.end) {
        // What stands above the first line to be formatted is left alone.
        const reached = { start: scope.start, end: gap.end };
        replace(reached, lineBreak.repeat(Math.min(breaksIn(reached), 1)) + indentation);
      } else {
        replace(gap, lineBreak.repeat(count ?? Math.max(1, Math.min(present.length, 2))) + indentation);
      }
    },
  };
}

function findLineBreaks(text: string): readonly string[] {
  return text.match(/\r\n|\r|\n/g) ?? [];
}

function wholeLines(lines: LineIndex, { start, end }: TextRange): TextRange {
  const first = lines.positionAt(start).line;
  const last = lines.positionAt(end);
  // A selection that ends in front of a line's first character does not mean that line.
  const lastLine = last.character === 0 && last.line > first ? last.line - 1 : last.line;
  return { start: lines.lineStart(first), end: lines.lineEnd(lastLine) };
}

/** Replaces `present`, which begins at `start`, leaving out what both texts begin and end with. */
function smallestEdit(start: number, present: string, wanted: string): TextEdit {
  const shorter = Math.min(present.length, wanted.length);
  let head = 0;
  while (head < shorter && present[head] === wanted[head]) head += 1;
  // Never between CR and LF: no position of the protocol stands there.
  if (head > 0 && present[head - 1] === '\r' && (present[head] === '\n' || wanted[head] === '\n')) head -= 1;
  let tail = 0;
  while (tail < shorter - head && present.at(-1 - tail) === wanted.at(-1 - tail)) tail += 1;
  const rest = present.length - tail;
  if (present[rest] === '\n' && present[rest - 1] === '\r') tail -= 1;
  return { start: start + head, end: start + present.length - tail, text: wanted.slice(head, wanted.length - tail) };
}
