import * as vscode from 'vscode';
import { EXPLAIN_REQUEST, type ExplainParams, type ExplainResult } from '../../server/src/protocol.ts';
import type { LanguageServer } from './languageServer.ts';

/** Documents of this scheme carry their text in the query. */
const SCHEME = 'libvirt-xml-explanation';

/** Lets the explanation of an error be shown as a page that nobody is asked to save. */
export function provideExplanations(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: uri => uri.query,
  });
}

/** Shows what a message of libvirt's means: the one that is selected in the editor, else one that is asked for. */
export async function explainError(server: LanguageServer): Promise<void> {
  const text = selectedText() ?? (await askForText());
  if (text === undefined) return;
  const params: ExplainParams = { text };
  await server.client.start();
  const markdown = await server.client.sendRequest<ExplainResult>(EXPLAIN_REQUEST, params);
  if (markdown === null) {
    void vscode.window.showInformationMessage('This is no message of libvirt that Libvirt XML knows.');
    return;
  }
  const page = vscode.Uri.from({ scheme: SCHEME, path: 'libvirt error.md', query: markdown });
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

function selectedText(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection) ?? '';
  return text.trim() === '' ? undefined : text;
}

async function askForText(): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: 'Explain libvirt Error',
    prompt: 'Paste what libvirt or virsh has printed.',
    placeHolder: 'error: XML error: …',
    ignoreFocusOut: true,
  });
  return text?.trim() === '' ? undefined : text;
}
