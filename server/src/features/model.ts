import type { Finding, Fix } from '../rules/finding.ts';
import type { TextEdit, TextRange } from '../xml/range.ts';

/** What the features answer, in offsets; lsp/ turns it into the protocol's types. */

export type CompletionKind = 'element' | 'attribute' | 'value' | 'reference' | 'endTag' | 'snippet' | 'comment';

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Short text beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What accepting the item replaces; encloses the cursor, never crosses a line break. */
  readonly range: TextRange;
  /** What accepting it writes: snippet syntax with tab stops and choices when `snippet`, else plain text. */
  readonly insertText: string;
  readonly snippet?: true;
  /** Compared with the text in `range` while typing; the label when absent. */
  readonly filterText?: string;
  /** Rank in the list, from 0. */
  readonly rank: number;
  readonly preselect?: true;
  /** Ask again after accepting: the text inserted puts the cursor where there is a choice. */
  readonly retrigger?: true;
  /** Further edits elsewhere, not overlapping `range`. */
  readonly additionalEdits?: readonly TextEdit[];
}

export interface Hover {
  /** Markdown. */
  readonly contents: string;
  readonly range: TextRange;
}

export type SymbolKind = 'document' | 'element' | 'interface' | 'device' | 'property';

export interface DocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly range: TextRange;
  readonly selectionRange: TextRange;
  readonly children: readonly DocumentSymbol[];
}

export interface FoldingRange extends TextRange {
  readonly kind: 'element' | 'comment';
}

/** The ranges around an offset from the innermost outwards, each enclosing the one before. */
export type SelectionRanges = readonly TextRange[];

/** Names that are edited together: those of a start tag and its end tag. */
export type LinkedRanges = readonly TextRange[];

export interface Highlight extends TextRange {
  readonly kind: 'text' | 'read' | 'write';
}

/** A range of this document or, with `uri`, of another file of the workspace. */
export interface Place {
  readonly range: TextRange;
  readonly uri?: string;
}

/** An edit of this document or, with `uri`, of another file of the workspace. */
export interface PlacedEdit extends TextEdit {
  readonly uri?: string;
}

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** A finding's fix as the editor shows it. */
export interface CodeAction {
  readonly title: string;
  /** `quickfix`, `refactor.rewrite`, `source.fixAll.libvirt-xml`. */
  readonly kind: string;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  /** Edits of another file of the workspace. */
  readonly elsewhere?: Fix['elsewhere'];
  /** The finding that it mends. */
  readonly finding?: Finding;
}
