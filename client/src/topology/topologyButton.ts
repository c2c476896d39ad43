import * as vscode from 'vscode';
import type { DocumentKinds } from '../documentKinds.ts';

/** Named in package.json: the paths of the documents whose editors have the button, as VS Code writes `resourcePath`. */
const DOCUMENTS_CONTEXT = 'libvirt-xml.documents';

/** Gives the editors of documents that are ours a button for the topology, and those of other XML none. */
export function showTopologyButton(kinds: DocumentKinds): vscode.Disposable {
  const update = () => {
    // Not the URI: where the extension runs on another machine, the editor has another one.
    const paths = kinds.served().flatMap(({ uri }) => [uri.path, uri.fsPath]);
    void vscode.commands.executeCommand('setContext', DOCUMENTS_CONTEXT, paths);
  };
  return kinds.onDidChange(update);
}
