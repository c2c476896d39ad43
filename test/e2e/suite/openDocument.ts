import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

export interface OpenDocument {
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
  /** Where `|` stood. */
  readonly cursor: vscode.Position;
}

const folders: string[] = [];

/** Opens a file with the text, its cursor at the `|` if there is one. */
export async function openDocument(marked: string, name = 'guest.xml'): Promise<OpenDocument> {
  const folder = mkdtempSync(join(tmpdir(), 'libvirt-xml-document-'));
  folders.push(folder);
  const offset = marked.indexOf('|');
  const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
  const file = join(folder, name);
  writeFileSync(file, text);
  const document = await vscode.workspace.openTextDocument(file);
  const cursor = document.positionAt(Math.max(offset, 0));
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(cursor, cursor) });
  return { document, editor, cursor };
}

/** Closes every editor and removes the files. */
export async function closeDocuments(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
