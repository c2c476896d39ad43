import type {
  CancellationToken,
  CodeActionParams,
  Connection,
  FormattingOptions,
  CodeAction as LspCodeAction,
  Range,
  ResponseError,
  SelectionRange,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BoundDocument } from '../binding/model.ts';
import type { Highlight } from '../features/model.ts';
import {
  AUTO_CLOSE_REQUEST,
  type AutoCloseParams,
  type AutoCloseResult,
  DOCUMENT_KIND_REQUEST,
  type DocumentKindParams,
  type DocumentKindResult,
  EXPLAIN_REQUEST,
  type ExplainParams,
  type ExplainResult,
  type Settings,
} from '../protocol.ts';
import type { FindingOptions } from '../rules/findFindings.ts';
import type { LanguageService } from '../service.ts';
import { FIX_ALL_KIND } from './capabilities.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { toCodeAction, toWorkspaceEdit } from './convert/codeAction.ts';
import { toCompletionItem } from './convert/completion.ts';
import { toMarkup } from './convert/markup.ts';
import { toRange, toTextEdit, toTextRange } from './convert/range.ts';
import { toDocumentSymbols, toSymbolInformation } from './convert/symbols.ts';
import type { Documents } from './documents.ts';
import type { FindingOptionsOf } from './findingOptions.ts';
import type { Guard } from './guard.ts';
import { CodeActionTriggerKind, DocumentHighlightKind, FoldingRangeKind, RequestType } from './languageServer.ts';
import type { Runtime } from './runtime.ts';
import type { SettingsStore } from './settings.ts';
import type { Workspace } from './workspace.ts';

const documentKindRequest = new RequestType<DocumentKindParams, DocumentKindResult, void>(DOCUMENT_KIND_REQUEST);
const explainRequest = new RequestType<ExplainParams, ExplainResult, void>(EXPLAIN_REQUEST);
const autoCloseRequest = new RequestType<AutoCloseParams, AutoCloseResult, void>(AUTO_CLOSE_REQUEST);

interface Parts {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly service: LanguageService;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly guard: Guard;
  readonly client: () => ClientFeatures;
  readonly findingOptions: FindingOptionsOf;
  readonly workspace: Workspace;
}

/** What a feature's handler gets: the open document and its parse. */
interface Opened {
  readonly document: TextDocument;
  readonly bound: BoundDocument;
}

/**
 * Answers the requests about a document. A document that is not open or none of ours gets `null`, not an empty list:
 * so an editor falls back to what it does by itself (folding by indentation, for one).
 */
export function registerFeatures(parts: Parts): void {
  const { connection, service, documents, settings, guard, client, findingOptions } = parts;

  const open = (uri: string): Opened | undefined => {
    const document = documents.get(uri);
    const bound = document && documents.bind(document);
    return document && bound && { document, bound };
  };
  const answer =
    <P extends { readonly textDocument: { readonly uri: string } }, R>(
      name: string,
      compute: (opened: Opened, params: P) => R | null | Promise<R | null>,
    ) =>
    (params: P, token: CancellationToken): Promise<R | null | ResponseError<never>> =>
      guard<R | null>(
        name,
        null,
        () => {
          const opened = open(params.textDocument.uri);
          return opened === undefined ? null : compute(opened, params);
        },
        token,
      );
  const settingsOf = (document: TextDocument): Promise<Settings> => settings.get(document.uri);

  connection.onCompletion(
    answer('textDocument/completion', async ({ document }, { position, context }) => {
      const current = await settingsOf(document);
      const { target, workspace } = findingOptions(current, document);
      const { completionMarkdown, showsPictures } = client();
      const pictures = current.hover.pictures && completionMarkdown && showsPictures;
      const bound = documents.bind(document);
      const typed = context?.triggerCharacter;
      const items = bound
        ? service.doComplete(bound, document.offsetAt(position), { typed, target, workspace, pictures })
        : [];
      return items.map(item => toCompletionItem(document, item, client()));
    }),
  );

  connection.onHover(
    answer('textDocument/hover', async ({ document }, { position }) => {
      const { hover: wished } = await settingsOf(document);
      const { hoverMarkdown, showsPictures } = client();
      const pictures = wished.pictures && hoverMarkdown && showsPictures;
      const bound = documents.bind(document);
      const hover = bound && service.doHover(bound, document.offsetAt(position), { links: wished.links, pictures });
      return hover
        ? { contents: toMarkup(hover.contents, client().hoverMarkdown), range: toRange(document, hover.range) }
        : null;
    }),
  );

  connection.onCodeAction(
    answer('textDocument/codeAction', async ({ document }, params) => {
      if (!client().codeActionLiterals) return null;
      const current = await settingsOf(document);
      const bound = current.validation.enabled ? documents.bind(document) : undefined;
      return bound ? findCodeActions(parts, { document, bound }, params, findingOptions(current, document)) : null;
    }),
  );

  connection.onDocumentSymbol(
    answer('textDocument/documentSymbol', ({ document, bound }) => {
      const symbols = service.findSymbols(bound);
      return client().hierarchicalSymbols
        ? toDocumentSymbols(document, symbols)
        : toSymbolInformation(document, symbols);
    }),
  );

  connection.onFoldingRanges(
    answer('textDocument/foldingRange', ({ document, bound }) =>
      service.findFoldingRanges(bound).map(range => ({
        startLine: document.positionAt(range.start).line,
        endLine: document.positionAt(range.end).line,
        ...(range.kind === 'comment' && { kind: FoldingRangeKind.Comment }),
      })),
    ),
  );

  connection.onSelectionRanges(
    answer('textDocument/selectionRange', ({ document, bound }, { positions }) =>
      positions.map(position => {
        const ranges = service.findSelectionRanges(bound, document.offsetAt(position));
        const outermostFirst = ranges.toReversed();
        const innermost = outermostFirst.reduce<SelectionRange | undefined>(
          (parent, range) => ({ range: toRange(document, range), ...(parent && { parent }) }),
          undefined,
        );
        return innermost ?? { range: { start: position, end: position } };
      }),
    ),
  );

  connection.languages.onLinkedEditingRange(
    answer('textDocument/linkedEditingRange', ({ document, bound }, { position }) => {
      const ranges = service.findLinkedRanges(bound, document.offsetAt(position));
      return ranges ? { ranges: ranges.map(range => toRange(document, range)) } : null;
    }),
  );

  connection.onDocumentHighlight(
    answer('textDocument/documentHighlight', ({ document, bound }, { position }) =>
      service.findHighlights(bound, document.offsetAt(position)).map(highlight => ({
        range: toRange(document, highlight),
        kind: highlightKinds[highlight.kind],
      })),
    ),
  );

  const format = async ({ document }: Opened, options: FormattingOptions, range?: Range) => {
    const { enabled } = (await settingsOf(document)).format;
    const bound = enabled ? documents.bind(document) : undefined;
    if (bound === undefined) return null;
    return service
      .format(bound, options, range && toTextRange(document, range))
      .map(edit => toTextEdit(document, edit));
  };
  connection.onDocumentFormatting(answer('textDocument/formatting', (opened, { options }) => format(opened, options)));
  connection.onDocumentRangeFormatting(
    answer('textDocument/rangeFormatting', (opened, { options, range }) => format(opened, options, range)),
  );

  connection.onRequest(documentKindRequest, ({ uri }, token) =>
    guard<DocumentKindResult>(
      DOCUMENT_KIND_REQUEST,
      null,
      () => {
        const kind = open(uri)?.bound.kind;
        return kind ? { id: kind.id, label: kind.label } : null;
      },
      token,
    ),
  );

  connection.onRequest(explainRequest, ({ text }, token) =>
    guard<ExplainResult>(EXPLAIN_REQUEST, null, () => service.explain(text, parts.runtime.findRulePage) ?? null, token),
  );

  connection.onRequest(autoCloseRequest, ({ uri, position }, token) =>
    guard<AutoCloseResult>(
      AUTO_CLOSE_REQUEST,
      null,
      async () => {
        const document = documents.get(uri);
        if (!document || !(await settingsOf(document)).completion.autoCloseTags) return null;
        const bound = documents.bind(document);
        return (bound && service.doAutoClose(bound, document.offsetAt(position))) ?? null;
      },
      token,
    ),
  );
}

const highlightKinds: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  text: DocumentHighlightKind.Text,
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
};

function findCodeActions(
  parts: Parts,
  { document, bound }: Opened,
  params: CodeActionParams,
  options: FindingOptions,
): LspCodeAction[] {
  const { service, runtime, workspace } = parts;
  const client = parts.client();
  const { only, diagnostics, triggerKind } = params.context;
  const isAsked = (kind: string) => only === undefined || only.some(asked => `${kind}.`.startsWith(`${asked}.`));
  const actions = service
    .findCodeActions(bound, toTextRange(document, params.range), options)
    .filter(action => isAsked(action.kind))
    .map(action => toCodeAction(document, action, diagnostics, client, runtime, workspace.rangeIn));
  // Computes every fix of the document: not on each move of the cursor.
  if (isAsked(FIX_ALL_KIND) && (only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic)) {
    const edits = service.findFixAll(bound, options);
    if (edits.length > 0) {
      actions.push({
        title: 'Apply all safe fixes of this document',
        kind: FIX_ALL_KIND,
        edit: toWorkspaceEdit(document, edits, client),
      });
    }
  }
  return actions;
}
