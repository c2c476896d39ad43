import type { TextEdit as LspTextEdit, Position, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, TextRange } from '../../xml/range.ts';

export function toRange(document: TextDocument, range: TextRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

export function toTextEdit(document: TextDocument, edit: TextEdit): LspTextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}

/** A range as a client sends it; one that runs backwards is turned round. */
export function toTextRange(
  document: TextDocument,
  range: { readonly start: Position; readonly end: Position },
): TextRange {
  const first = document.offsetAt(range.start);
  const second = document.offsetAt(range.end);
  return first <= second ? { start: first, end: second } : { start: second, end: first };
}
