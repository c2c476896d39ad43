import type { Connection, FileEvent, FileSystemWatcher, WatchKind } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import { DidChangeWatchedFilesNotification } from './languageServer.ts';

/** The files that the editor watches for the server. The protocol has one message for all of them; here it is shared out. */
export interface WatchedFiles {
  /** To be called before the client is ready. The listener hears of every watched file that changes. */
  readonly watch: (globPattern: string, listener: (changes: readonly FileEvent[]) => void, kind?: WatchKind) => void;
  /** Called once the client is ready to be asked. */
  readonly start: () => void;
}

export function createWatchedFiles(connection: Connection, client: () => ClientFeatures): WatchedFiles {
  const watchers: FileSystemWatcher[] = [];
  const listeners: ((changes: readonly FileEvent[]) => void)[] = [];
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const listener of listeners) listener(changes);
  });
  return {
    watch: (globPattern, listener, kind) => {
      watchers.push({ globPattern, ...(kind !== undefined && { kind }) });
      listeners.push(listener);
    },
    start: () => {
      if (!client().registersWatchedFiles || watchers.length === 0) return;
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch((error: unknown) => connection.console.warn(`Changes of files are not announced: ${String(error)}`));
    },
  };
}
