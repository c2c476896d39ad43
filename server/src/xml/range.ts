/** Half-open span of UTF-16 offsets into the document's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One replacement of a span by new text; an insertion has `start === end`. */
export interface TextEdit extends TextRange {
  readonly text: string;
}
