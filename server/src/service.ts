import { createBinder } from './binding/bind.ts';
import type { BoundDocument } from './binding/model.ts';
import { doAutoClose } from './features/autoClose.ts';
import { findCodeActions, findFixAll } from './features/codeActions.ts';
import { type Completer, createCompleter } from './features/completion/createCompleter.ts';
import { findDefinition } from './features/definition.ts';
import { explainText } from './features/explainText.ts';
import { findFoldingRanges } from './features/foldingRanges.ts';
import { formatDocument } from './features/format.ts';
import { findHighlights } from './features/highlights.ts';
import { doHover } from './features/hover/doHover.ts';
import { findLinkedRanges } from './features/linkedRanges.ts';
import type {
  CodeAction,
  DocumentSymbol,
  FoldingRange,
  FormatOptions,
  Highlight,
  Hover,
  LinkedRanges,
  SelectionRanges,
} from './features/model.ts';
import { createRefactoringsFinder } from './features/refactor/findRefactorings.ts';
import { findReferences } from './features/references.ts';
import { findRenameEdits, prepareRename } from './features/rename.ts';
import { findSelectionRanges } from './features/selectionRanges.ts';
import { findSuppressActions } from './features/suppress.ts';
import { findSymbols } from './features/symbols.ts';
import { findWorkspaceSymbols } from './features/workspaceSymbols.ts';
import type { Host } from './host.ts';
import { createFindingsFinder, type FindingOptions, type FindingsFinder } from './rules/findFindings.ts';
import type { Finding } from './rules/finding.ts';
import { createGenerator } from './rules/generator.ts';
import { allRules } from './rules/registry.ts';
import { documentKinds } from './schema/catalogue.ts';
import { buildTopology } from './topology/buildTopology.ts';
import { findPath } from './topology/findPath.ts';
import { placeFindings } from './topology/placeFindings.ts';
import { selectFiles } from './topology/selectFiles.ts';
import { createFactsReader, type FactsReader } from './workspace/fileFacts.ts';
import { parseXml } from './xml/parse.ts';
import type { TextEdit, TextRange } from './xml/range.ts';

/**
 * The whole language service on one page. It keeps no documents: callers parse once a version and pass the result to
 * every feature. No method throws on any input; positions are UTF-16 offsets. A document that is none of ours
 * (`document.kind === undefined`) gets empty answers everywhere.
 */
export interface LanguageService {
  /** Parses and binds. With `claimed` (language `libvirt-xml`) the root's name alone decides what the document is. */
  readonly parse: (text: string, options?: { readonly claimed?: boolean }) => BoundDocument;
  readonly findFindings: FindingsFinder;
  readonly doComplete: Completer;
  /** What to insert, in snippet syntax, after `>` or `/` was typed in front of the offset. */
  readonly doAutoClose: (document: BoundDocument, offset: number) => string | undefined;
  readonly doHover: (
    document: BoundDocument,
    offset: number,
    options?: { readonly links?: boolean; readonly pictures?: boolean },
  ) => Hover | undefined;
  /** Quick fixes of the findings that touch the range, and the comments that suppress them. */
  readonly findCodeActions: (
    document: BoundDocument,
    range: TextRange,
    options?: FindingOptions,
  ) => readonly CodeAction[];
  /** The edits of every safe fix that do not overlap. */
  readonly findFixAll: (document: BoundDocument, options?: FindingOptions) => readonly TextEdit[];
  readonly findSymbols: (document: BoundDocument) => readonly DocumentSymbol[];
  readonly findFoldingRanges: (document: BoundDocument) => readonly FoldingRange[];
  readonly findSelectionRanges: (document: BoundDocument, offset: number) => SelectionRanges;
  readonly findLinkedRanges: (document: BoundDocument, offset: number) => LinkedRanges | undefined;
  readonly findHighlights: (document: BoundDocument, offset: number) => readonly Highlight[];
  /** What is remembered of a file when its text is gone; `undefined` when it is none of libvirt's. */
  readonly readFacts: FactsReader;
  /** Where the network, port group, filter or alias at the offset is defined. */
  readonly findDefinition: typeof findDefinition;
  readonly findReferences: typeof findReferences;
  readonly prepareRename: typeof prepareRename;
  readonly findRenameEdits: typeof findRenameEdits;
  readonly findWorkspaceSymbols: typeof findWorkspaceSymbols;
  /** Who is connected to what in files of the workspace. */
  readonly buildTopology: typeof buildTopology;
  readonly findPath: typeof findPath;
  readonly selectFiles: typeof selectFiles;
  readonly placeFindings: typeof placeFindings;
  /** What the messages of libvirt's in a pasted text mean, as Markdown that links to the pages of the findings. */
  readonly explain: (text: string, pageUrl: (code: string) => string | undefined) => string | undefined;
  /** The smallest edits that indent the document; only inside `range` when one is given. */
  readonly format: (document: BoundDocument, options: FormatOptions, range?: TextRange) => readonly TextEdit[];
}

export function createLanguageService(host: Host): LanguageService {
  const bind = createBinder(documentKinds);
  const generator = createGenerator(host);
  const findRefactorings = createRefactoringsFinder(generator);
  const findFindings = rememberLatest(createFindingsFinder(allRules));
  return {
    parse: (text, options) => bind(parseXml(text), options),
    findFindings,
    doComplete: createCompleter(generator),
    doAutoClose,
    doHover: (document, offset, { links = true, pictures = false } = {}) =>
      doHover(document, offset, { links, pictures }),
    findCodeActions: (document, range, options) => {
      const findings = findFindings(document, options);
      return [
        ...findCodeActions(document, findings, range, generator),
        ...findSuppressActions(document, findings, range),
        ...findRefactorings(document, range),
      ];
    },
    findFixAll: (document, options) => findFixAll(document, findFindings(document, options), generator),
    findSymbols,
    findFoldingRanges,
    findSelectionRanges,
    findLinkedRanges,
    findHighlights,
    readFacts: createFactsReader(documentKinds),
    findDefinition,
    findReferences,
    prepareRename,
    findRenameEdits,
    findWorkspaceSymbols,
    buildTopology,
    findPath,
    selectFiles,
    placeFindings,
    explain: explainText,
    format: formatDocument,
  };
}

/** Diagnostics and code actions ask for the findings of one parse in turn, with the same options; they are worked out once. */
function rememberLatest(find: FindingsFinder): FindingsFinder {
  const known = new WeakMap<
    BoundDocument,
    { readonly options: FindingOptions | undefined; readonly findings: readonly Finding[] }
  >();
  return (document, options) => {
    const last = known.get(document);
    if (last && last.options === options) return last.findings;
    const findings = find(document, options);
    known.set(document, { options, findings });
    return findings;
  };
}
