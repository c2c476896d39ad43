import type { Diagnostic, CodeAction as LspCodeAction, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from '../../features/model.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import type { Runtime } from '../runtime.ts';
import type { Workspace } from '../workspace.ts';
import { toDiagnostic } from './diagnostic.ts';
import { toTextEdit } from './range.ts';

/** `shown` are the diagnostics that the editor has under its cursor: the action names the one that it mends. */
export function toCodeAction(
  document: TextDocument,
  action: CodeAction,
  shown: readonly Diagnostic[],
  client: ClientFeatures,
  runtime: Runtime,
  rangeIn: Workspace['rangeIn'],
): LspCodeAction {
  const diagnostic = action.finding && toDiagnostic(document, action.finding, client, runtime, rangeIn);
  return {
    title: action.title,
    kind: action.kind,
    ...(diagnostic && { diagnostics: [shown.find(other => isSame(other, diagnostic)) ?? diagnostic] }),
    ...(action.preferred && client.preferredActions && { isPreferred: true }),
    edit: toWorkspaceEdit(document, action.edits, client),
  };
}

/** With the document's version where the client takes one, so that a stale edit is refused instead of applied. */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  client: ClientFeatures,
): WorkspaceEdit {
  const textEdits = edits.map(edit => toTextEdit(document, edit));
  return client.documentChanges
    ? {
        documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: textEdits }],
      }
    : { changes: { [document.uri]: textEdits } };
}

function isSame(first: Diagnostic, second: Diagnostic): boolean {
  return (
    first.code === second.code &&
    first.range.start.line === second.range.start.line &&
    first.range.start.character === second.range.start.character &&
    first.range.end.line === second.range.end.line &&
    first.range.end.character === second.range.end.character
  );
}
