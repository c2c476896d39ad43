import { CARRIAGE_RETURN, LINE_FEED } from './characters.ts';

/** A place as editors count: line from 0, UTF-16 code units from the line's start. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Offsets of a text as lines and back; LF, CR and CRLF each end a line, as LSP says. */
export interface LineIndex {
  readonly lineCount: number;
  /** Offsets beyond the text are taken for its end. */
  readonly positionAt: (offset: number) => LinePosition;
  /** Lines and characters beyond the end are taken for the end of the text or of the line. */
  readonly offsetAt: (position: LinePosition) => number;
  /** Start of a line. */
  readonly lineStart: (line: number) => number;
  /** End of a line, in front of its line break. */
  readonly lineEnd: (line: number) => number;
}

/** Offsets at which the lines of a text begin. */
export function findLineStarts(text: string): readonly number[] {
  const starts: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) !== LINE_FEED)) starts.push(i + 1);
  }
  return starts;
}

/** The line that an offset of the text stands in, by the starts of the lines alone. */
export function findLinePosition(starts: readonly number[], offset: number): LinePosition {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low, character: offset - (starts[low] ?? 0) };
}

export function createLineIndex(text: string): LineIndex {
  const starts = findLineStarts(text);

  const lineStart = (line: number): number => (line < 0 ? 0 : (starts[line] ?? text.length));

  const lineEnd = (line: number): number => {
    let end = lineStart(line + 1);
    const start = lineStart(line);
    if (line + 1 >= starts.length) return end;
    if (end > start && text.charCodeAt(end - 1) === LINE_FEED) end--;
    if (end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
    return end;
  };

  const positionAt = (offset: number): LinePosition =>
    findLinePosition(starts, Math.max(0, Math.min(offset, text.length)));

  const offsetAt = ({ line, character }: LinePosition): number => {
    if (line < 0) return 0;
    if (line >= starts.length) return text.length;
    return Math.min(lineStart(line) + Math.max(0, character), lineEnd(line));
  };

  return { lineCount: starts.length, positionAt, offsetAt, lineStart, lineEnd };
}
