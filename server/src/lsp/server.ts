import type { Connection } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';
import { getServerCapabilities } from './capabilities.ts';
import { type ClientFeatures, getClientFeatures } from './clientFeatures.ts';
import { withConfigurationFiles } from './configuredSettings.ts';
import { startDiagnostics } from './diagnostics.ts';
import { createDocuments } from './documents.ts';
import { registerFeatures } from './features.ts';
import { createFindingOptions } from './findingOptions.ts';
import { createGuard } from './guard.ts';
import { MessageType, ShowMessageNotification } from './languageServer.ts';
import { registerNameFeatures } from './nameFeatures.ts';
import type { Runtime } from './runtime.ts';
import { createSettingsStore } from './settings.ts';
import { registerTopology } from './topology.ts';
import { createWatchedFiles } from './watchedFiles.ts';
import { createWorkspace } from './workspace.ts';

/** Serves the language service over a connection until the client ends it. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const log = (message: string) => connection.console.log(message);
  const guard = createGuard(message => logError(connection, message));
  const service = runtime.createService({ random: runtime.random, log });
  const documents = createDocuments(connection, service);
  let client: ClientFeatures = getClientFeatures({}, {});
  const watchedFiles = createWatchedFiles(connection, () => client);
  const settings = withConfigurationFiles(
    createSettingsStore(connection, () => client),
    {
      findConfiguration: runtime.findConfiguration,
      watchedFiles,
      warn: message => {
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
      },
    },
  );
  const common = { connection, runtime, service, documents, settings, guard, client: () => client };
  const workspace = createWorkspace({ ...common, watchedFiles });
  const parts = { ...common, workspace, findingOptions: createFindingOptions(workspace) };

  documents.onDidClose(document => settings.forget(document.uri));
  registerFeatures(parts);
  registerNameFeatures(parts);
  registerTopology(parts);
  let folders: readonly string[] = [];
  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, rootUri }) => {
    client = getClientFeatures(capabilities, readInitializationOptions(initializationOptions));
    startDiagnostics(parts, client);
    folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
    return {
      capabilities: getServerCapabilities(client),
      serverInfo: { name: 'libvirt-xml', version: runtime.version },
    };
  });
  connection.onInitialized(() => {
    settings.start();
    watchedFiles.start();
    void workspace.start(folders);
    if (!client.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      folders = [
        ...folders.filter(folder => !removed.some(({ uri }) => uri === folder)),
        ...added.map(({ uri }) => uri),
      ];
      void workspace.start(folders);
    });
  });
  connection.listen();
}

function logError(connection: Connection, message: string): void {
  try {
    connection.console.error(message);
  } catch {
    // The client has gone, and with it the only place to say so.
  }
}

function readInitializationOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  return {
    ...('suggestCommand' in value &&
      typeof value.suggestCommand === 'string' && { suggestCommand: value.suggestCommand }),
    ...('registersFormatting' in value && { registersFormatting: value.registersFormatting === true }),
    ...('showsPictures' in value && { showsPictures: value.showsPictures === true }),
  };
}
