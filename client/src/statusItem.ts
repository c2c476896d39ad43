import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/protocol.ts';
import { SHOW_LOG_COMMAND } from './commands.ts';
import type { DocumentKinds } from './documentKinds.ts';
import { filterFor } from './formatting.ts';
import type { LanguageServer } from './languageServer.ts';

export interface StatusItem extends vscode.Disposable {
  /** `undefined`: not shown for the active editor. */
  readonly text: () => string | undefined;
}

/** Shows beside the language's name what the active document is taken for; foreign XML shows nothing. */
export function showStatus(kinds: DocumentKinds, server: LanguageServer): StatusItem {
  const item = vscode.languages.createLanguageStatusItem('libvirt-xml.document', []);
  item.name = 'Libvirt XML';
  item.command = { command: SHOW_LOG_COMMAND, title: 'Show Log' };
  let shown: string | undefined;

  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const kind = document && kinds.get(document.uri);
    const claimed = document?.languageId === LANGUAGE_ID;
    shown = kind?.label ?? (claimed ? 'libvirt XML' : undefined);
    item.selector = document && shown !== undefined ? [filterFor(document)] : [];
    item.text = shown ?? '';
    item.detail = kind || server.state() !== 'running' ? details[server.state()] : 'root element not recognised';
    item.busy = server.state() === 'starting';
    item.severity =
      server.state() === 'stopped' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  };
  update();
  const listeners = vscode.Disposable.from(
    item,
    kinds.onDidChange(update),
    server.onDidChangeState(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update),
  );
  return { text: () => shown, dispose: () => listeners.dispose() };
}

const details: Readonly<Record<ReturnType<LanguageServer['state']>, string>> = {
  starting: 'the language server is starting',
  running: 'checked and completed by Libvirt XML',
  stopped: 'the language server is not running',
};
