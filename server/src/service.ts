import type { BoundDocument } from './binding/model.ts';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  FormatOptions,
  Highlight,
  Hover,
  LinkedRanges,
  SelectionRanges,
} from './features/model.ts';
import type { Host } from './host.ts';
import type { Finding } from './rules/finding.ts';
import type { TextEdit, TextRange } from './xml/range.ts';

/**
 * The whole language service on one page. It keeps no documents: callers parse once a version and pass the result to
 * every feature. No method throws on any input; positions are UTF-16 offsets. A document that is none of ours
 * (`document.kind === undefined`) gets empty answers everywhere.
 */
export interface LanguageService {
  /** Parses and binds. With `claimed` (language `libvirt-xml`) the root's name alone decides what the document is. */
  readonly parse: (text: string, options?: { readonly claimed?: boolean }) => BoundDocument;
  readonly findFindings: (document: BoundDocument) => readonly Finding[];
  readonly doComplete: (document: BoundDocument, offset: number) => readonly CompletionItem[];
  /** What to insert, in snippet syntax, after `>` or `/` was typed in front of the offset. */
  readonly doAutoClose: (document: BoundDocument, offset: number) => string | undefined;
  readonly doHover: (
    document: BoundDocument,
    offset: number,
    options?: { readonly links?: boolean },
  ) => Hover | undefined;
  /** Quick fixes of the findings that touch the range. */
  readonly findCodeActions: (document: BoundDocument, range: TextRange) => readonly CodeAction[];
  /** The edits of every safe fix that do not overlap. */
  readonly findFixAll: (document: BoundDocument) => readonly TextEdit[];
  readonly findSymbols: (document: BoundDocument) => readonly DocumentSymbol[];
  readonly findFoldingRanges: (document: BoundDocument) => readonly FoldingRange[];
  readonly findSelectionRanges: (document: BoundDocument, offset: number) => SelectionRanges;
  readonly findLinkedRanges: (document: BoundDocument, offset: number) => LinkedRanges | undefined;
  readonly findHighlights: (document: BoundDocument, offset: number) => readonly Highlight[];
  /** The smallest edits that indent the document; only inside `range` when one is given. */
  readonly format: (document: BoundDocument, options: FormatOptions, range?: TextRange) => readonly TextEdit[];
}

export declare function createLanguageService(host: Host): LanguageService;
