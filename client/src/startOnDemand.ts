import * as vscode from 'vscode';
import { LANGUAGE_ID, LOOK_AHEAD, mayBeLibvirt } from '../../server/src/protocol.ts';
import { LANGUAGES, type LanguageServer } from './languageServer.ts';

/** Starts the server with the first document that could be libvirt's, so that other XML costs nothing. */
export function startOnDemand(server: LanguageServer): vscode.Disposable {
  const look = (document: vscode.TextDocument) => {
    if (!mayBeServed(document)) return;
    listeners.dispose();
    server.start();
  };
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
  );
  vscode.workspace.textDocuments.forEach(look);
  return listeners;
}

/** A cheap look by the language and the head of the text; the server decides. */
export function mayBeServed(document: vscode.TextDocument): boolean {
  if (!LANGUAGES.includes(document.languageId)) return false;
  if (document.languageId === LANGUAGE_ID) return true;
  const head = new vscode.Range(document.positionAt(0), document.positionAt(LOOK_AHEAD + 1));
  return mayBeLibvirt(document.getText(head));
}
