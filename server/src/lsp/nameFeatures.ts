import type { Connection, Location, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BoundDocument } from '../binding/model.ts';
import type { Place, PlacedEdit } from '../features/model.ts';
import type { LanguageService } from '../service.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { toRange } from './convert/range.ts';
import { symbolKinds } from './convert/symbols.ts';
import type { Documents } from './documents.ts';
import type { Guard } from './guard.ts';
import { ErrorCodes, ResponseError } from './languageServer.ts';
import type { Workspace } from './workspace.ts';

interface Parts {
  readonly connection: Connection;
  readonly service: LanguageService;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly guard: Guard;
  readonly client: () => ClientFeatures;
}

/** Answers the requests about what names what, in a document and across the files of the workspace. */
export function registerNameFeatures(parts: Parts): void {
  const { connection, service, documents, workspace, guard } = parts;
  const open = (uri: string): { readonly document: TextDocument; readonly bound: BoundDocument } | undefined => {
    const document = documents.get(uri);
    const bound = document && documents.bind(document);
    return document && bound && { document, bound };
  };

  connection.onDefinition(({ textDocument, position }, token) =>
    guard<Location[] | null>(
      'textDocument/definition',
      null,
      () => {
        const { document, bound } = open(textDocument.uri) ?? {};
        if (!document || !bound) return null;
        const around = workspace.currentAround(document);
        return toLocations(parts, document, service.findDefinition(bound, document.offsetAt(position), around));
      },
      token,
    ),
  );

  connection.onReferences(({ textDocument, position, context }, token) =>
    guard<Location[] | null>(
      'textDocument/references',
      null,
      () => {
        const { document, bound } = open(textDocument.uri) ?? {};
        if (!document || !bound) return null;
        const around = workspace.currentAround(document);
        const options = { declaration: context.includeDeclaration };
        const places = service.findReferences(bound, document.offsetAt(position), around, options);
        return toLocations(parts, document, places);
      },
      token,
    ),
  );

  connection.onPrepareRename(({ textDocument, position }, token) =>
    guard(
      'textDocument/prepareRename',
      null,
      () => {
        const { document, bound } = open(textDocument.uri) ?? {};
        const found = document && bound && service.prepareRename(bound, document.offsetAt(position));
        return found ? { range: toRange(document, found.range), placeholder: found.name } : null;
      },
      token,
    ),
  );

  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    guard<WorkspaceEdit | ResponseError<never> | null>(
      'textDocument/rename',
      null,
      () => {
        const { document, bound } = open(textDocument.uri) ?? {};
        if (!document || !bound) return null;
        const around = workspace.currentAround(document);
        const renamed = service.findRenameEdits(bound, document.offsetAt(position), newName, around);
        return 'problem' in renamed
          ? new ResponseError<never>(ErrorCodes.InvalidParams, renamed.problem)
          : toRenameEdit(parts, document, renamed.edits);
      },
      token,
    ),
  );

  connection.onWorkspaceSymbol(({ query }, token) =>
    guard(
      'workspace/symbol',
      null,
      () =>
        service
          .findWorkspaceSymbols(workspace.currentFiles(), query)
          .flatMap(({ name, kind, container, uri, range }) => {
            const lines = workspace.rangeIn(uri, range);
            return lines
              ? [{ name, kind: symbolKinds[kind], containerName: container, location: { uri, range: lines } }]
              : [];
          }),
      token,
    ),
  );
}

function toLocations({ workspace }: Parts, document: TextDocument, places: readonly Place[]): Location[] {
  return places.flatMap(({ uri, range }) => {
    const lines = uri === undefined ? toRange(document, range) : workspace.rangeIn(uri, range);
    return lines ? [{ uri: uri ?? document.uri, range: lines }] : [];
  });
}

/** Of open documents with their versions, so that a stale edit is refused; what lies on the disk has none. */
function toRenameEdit(
  { documents, workspace, client }: Parts,
  document: TextDocument,
  edits: readonly PlacedEdit[],
): WorkspaceEdit {
  const changes: Record<string, { range: Location['range']; newText: string }[]> = {};
  for (const { uri = document.uri, start, end, text } of edits) {
    const range = uri === document.uri ? toRange(document, { start, end }) : workspace.rangeIn(uri, { start, end });
    if (range) (changes[uri] ??= []).push({ range, newText: text });
  }
  if (!client().documentChanges) return { changes };
  return {
    documentChanges: Object.entries(changes).map(([uri, textEdits]) => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits: textEdits,
    })),
  };
}
