import * as vscode from 'vscode';
import { AUTO_CLOSE_REQUEST, type AutoCloseParams, type AutoCloseResult } from '../../server/src/protocol.ts';
import type { DocumentKinds } from './documentKinds.ts';
import type { LanguageServer } from './languageServer.ts';

/** Closes tags by itself on every `xml` document once it is active. */
const RED_HAT_XML = 'redhat.vscode-xml';

/** Writes the end tag behind a `>` or `</` just typed, as the server says. */
export function closeTagsWhileTyping(kinds: DocumentKinds, server: LanguageServer): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(event => {
    const typed = typedCharacter(event);
    if (typed === undefined || !kinds.get(event.document.uri) || isClosedByOthers(event.document)) return;
    void close(event.document, event.document.positionAt(typed.offset + 1), server);
  });
}

/** The `>` or `/` that one keystroke has put in, with its offset. */
function typedCharacter({ contentChanges, reason }: vscode.TextDocumentChangeEvent): { offset: number } | undefined {
  const [change, ...others] = contentChanges;
  if (change === undefined || reason !== undefined) return undefined;
  // Several cursors type alike; the last place of the text comes first.
  if (others.some(other => other.text !== change.text)) return undefined;
  const typed = change.text.length === 1 && (change.text === '>' || change.text === '/');
  return typed ? { offset: change.rangeOffset + others.reduce((sum, other) => sum + growth(other), 0) } : undefined;
}

function growth(change: vscode.TextDocumentContentChangeEvent): number {
  return change.text.length - change.rangeLength;
}

function isClosedByOthers(document: vscode.TextDocument): boolean {
  return document.languageId === 'xml' && vscode.extensions.getExtension(RED_HAT_XML)?.isActive === true;
}

async function close(
  document: vscode.TextDocument,
  position: vscode.Position,
  { client, request }: LanguageServer,
): Promise<void> {
  const { version } = document;
  const params: AutoCloseParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: client.code2ProtocolConverter.asPosition(position),
  };
  // Behind the client's own listener, so that the server has the character that was typed.
  await new Promise(resolve => setTimeout(resolve));
  const snippet = await request<AutoCloseResult>(AUTO_CLOSE_REQUEST, params);
  const editor = vscode.window.activeTextEditor;
  if (!snippet || editor?.document !== document || document.version !== version) return;
  const cursors = editor.selections.map(selection => selection.active);
  if (cursors.some(cursor => cursor.isEqual(position))) {
    await editor.insertSnippet(new vscode.SnippetString(snippet), cursors);
  }
}
