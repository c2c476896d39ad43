import type { TextEdit, TextRange } from './range.ts';

/** What can be wrong with the text as XML, whatever its vocabulary. Each code has a page in docs/rules/. */
export type SyntaxCode =
  | 'syntax/unclosed-element'
  | 'syntax/unclosed-tag'
  | 'syntax/stray-end-tag'
  | 'syntax/missing-name'
  | 'syntax/missing-quote'
  | 'syntax/missing-equals'
  | 'syntax/missing-value'
  | 'syntax/missing-space'
  | 'syntax/duplicate-attribute'
  | 'syntax/raw-ampersand'
  | 'syntax/raw-less-than'
  | 'syntax/bad-entity'
  | 'syntax/bad-character'
  | 'syntax/bad-comment'
  | 'syntax/bad-declaration'
  | 'syntax/bad-name'
  | 'syntax/unclosed-section'
  | 'syntax/doctype'
  | 'syntax/second-root'
  | 'syntax/no-root'
  | 'syntax/text-outside-root';

export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly range: TextRange;
  /** What is wrong and what to write, in plain words. */
  readonly message: string;
  /** The other place involved: the first of two attributes, the start tag that lacks its end. */
  readonly related?: { readonly range: TextRange; readonly message: string };
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}
