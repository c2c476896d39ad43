import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/protocol.ts';
import { explainError } from './explainError.ts';
import type { LanguageServer } from './languageServer.ts';
import type { TopologyPanel } from './topology/topologyPanel.ts';

export const SHOW_LOG_COMMAND = 'libvirt-xml.showLog';

export function registerCommands(
  server: LanguageServer,
  log: vscode.LogOutputChannel,
  topology: TopologyPanel,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('libvirt-xml.restartServer', () => server.restart()),
    vscode.commands.registerCommand(SHOW_LOG_COMMAND, () => log.show()),
    vscode.commands.registerCommand('libvirt-xml.explainError', () => explainError(server)),
    vscode.commands.registerCommand('libvirt-xml.showTopology', () => topology.show()),
    vscode.commands.registerCommand('libvirt-xml.treatAsLibvirtXml', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
    }),
  );
}
