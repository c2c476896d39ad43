import * as vscode from 'vscode';
import type { DocumentKindResult } from '../../server/src/protocol.ts';
import { closeTagsWhileTyping } from './autoClose.ts';
import { registerCommands } from './commands.ts';
import { watchDocumentKinds } from './documentKinds.ts';
import { provideExplanations } from './explainError.ts';
import { offerFormatting } from './formatting.ts';
import { createLanguageServer } from './languageServer.ts';
import { startOnDemand } from './startOnDemand.ts';
import { showStatus } from './statusItem.ts';
import { showTopologyButton } from './topology/topologyButton.ts';
import { createTopologyPanel } from './topology/topologyPanel.ts';

/** What the extension tells other extensions and its own tests. */
export interface ExtensionApi {
  /** What an open document was found to be; `null`: none of ours, `undefined`: not looked at (yet). */
  readonly getDocumentKind: (uri: vscode.Uri) => DocumentKindResult | undefined;
  /** The text of the status item for the active editor; `undefined` while it shows none. */
  readonly getStatus: () => string | undefined;
}

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const log = vscode.window.createOutputChannel('Libvirt XML', { log: true });
  const server = createLanguageServer(context, log);
  const kinds = watchDocumentKinds(server);
  const status = showStatus(kinds, server);
  const topology = createTopologyPanel({ server, kinds, extensionUri: context.extensionUri });
  context.subscriptions.push(
    log,
    server,
    kinds,
    status,
    offerFormatting(kinds, server),
    closeTagsWhileTyping(kinds, server),
    provideExplanations(),
    topology,
    showTopologyButton(kinds),
    registerCommands(server, log, topology),
    startOnDemand(server),
  );
  return { getDocumentKind: uri => kinds.get(uri), getStatus: () => status.text() };
}
