import type {
  Diagnostic,
  CodeAction as LspCodeAction,
  TextEdit as LspTextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
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
    edit: toWorkspaceEdit(document, action.edits, client, action.elsewhere && toOtherFile(action.elsewhere, rangeIn)),
  };
}

interface OtherFile {
  readonly uri: string;
  readonly edits: readonly LspTextEdit[];
}

function toOtherFile({ uri, edits }: NonNullable<CodeAction['elsewhere']>, rangeIn: Workspace['rangeIn']): OtherFile {
  const textEdits = edits.flatMap(edit => {
    const range = rangeIn(uri, edit);
    return range ? [{ range, newText: edit.text }] : [];
  });
  return { uri, edits: textEdits };
}

/** With the document's version where the client takes one, so that a stale edit is refused instead of applied. */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  client: ClientFeatures,
  other?: OtherFile,
): WorkspaceEdit {
  const own = edits.map(edit => toTextEdit(document, edit));
  const files = [
    ...(own.length > 0 ? [{ uri: document.uri, version: document.version, edits: own }] : []),
    ...(other ? [{ uri: other.uri, version: null, edits: [...other.edits] }] : []),
  ];
  return client.documentChanges
    ? { documentChanges: files.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) }
    : { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
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
