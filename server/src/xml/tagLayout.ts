import { CARRIAGE_RETURN, isWhiteSpace, LINE_FEED, TAB } from './characters.ts';
import { type Token, tokenRange } from './tokens.ts';

/** Where the tags of a document stand, by the index of their token. */
export interface TagLayout {
  /** Number of the line that the tag begins on. */
  readonly line: Int32Array;
  /** Width of the white space that this line begins with; a tab reaches to the next multiple of 8. */
  readonly column: Int32Array;
  /** 1 when nothing stands in front of the tag on its line. */
  readonly first: Uint8Array;
}

export function layOutTags(text: string, tokens: readonly Token[]): TagLayout {
  const line = new Int32Array(tokens.length);
  const column = new Int32Array(tokens.length);
  const first = new Uint8Array(tokens.length);
  let position = 0;
  let currentLine = 0;
  let currentColumn = 0;
  let blankSoFar = true;
  for (const [index, token] of tokens.entries()) {
    for (const { start } = tokenRange(token); position < start; position++) {
      const code = text.charCodeAt(position);
      if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        currentLine++;
        currentColumn = 0;
        blankSoFar = true;
      } else if (!blankSoFar) continue;
      else if (code === TAB) currentColumn = (Math.floor(currentColumn / 8) + 1) * 8;
      else if (isWhiteSpace(code)) currentColumn++;
      else blankSoFar = false;
    }
    line[index] = currentLine;
    column[index] = currentColumn;
    if (blankSoFar) first[index] = 1;
  }
  return { line, column, first };
}

/**
 * Whether the indentation follows the nesting: a tag on the line behind a start tag is indented more than that, in
 * four of five cases; one exception more is what made the tree ask. A judgement on neighbouring lines, so that it does
 * not need the tree.
 */
export function isIndentationTrustworthy(tokens: readonly Token[], layout: TagLayout): boolean {
  let deeper = 0;
  let others = 0;
  let opening = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'element' && token.kind !== 'endTag') continue;
    if (opening !== -1 && token.kind === 'element' && layout.first[index] === 1) {
      if ((layout.column[index] ?? 0) > (layout.column[opening] ?? 0)) deeper++;
      else others++;
    }
    const opens = token.kind === 'element' && token.startTagClosed && !token.selfClosing && layout.first[index] === 1;
    opening = opens ? index : -1;
  }
  return deeper > 0 && others <= 1 + deeper / 4;
}
