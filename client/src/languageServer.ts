import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  State,
  TransportKind,
  vsdiag,
} from 'vscode-languageclient/node';
import { type InitializationOptions, LANGUAGE_ID, SETTINGS_SECTION } from '../../server/src/protocol.ts';

export type ServerState = 'stopped' | 'starting' | 'running';

/** The language server's process, from this side. */
export interface LanguageServer extends vscode.Disposable {
  readonly state: () => ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** Starts it unless it runs already. */
  readonly start: () => void;
  readonly restart: () => Promise<void>;
  /** `undefined` when it does not run or fails to answer. */
  readonly request: <R>(method: string, params: object) => Promise<R | undefined>;
  readonly client: LanguageClient;
}

/** Languages whose documents are looked at; of the `xml` ones only those whose root is libvirt's are served. */
export const LANGUAGES: readonly string[] = [LANGUAGE_ID, 'xml'];

export function createLanguageServer(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LanguageServer {
  const client = new LanguageClient(SETTINGS_SECTION, 'Libvirt XML', serverOptions(context), clientOptions(log));
  const changed = new vscode.EventEmitter<ServerState>();
  let state: ServerState = 'stopped';
  const moveTo = (next: ServerState) => {
    if (next === state) return;
    state = next;
    changed.fire(next);
  };
  client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) moveTo(newState === State.Starting ? 'starting' : 'stopped');
    // Running for us once the open documents have been sent, so that a request can be about them.
    else void client.start().then(() => setTimeout(() => client.isRunning() && moveTo('running')));
  });
  const logFailure = (error: unknown) => log.error(`The language server did not start: ${String(error)}`);
  return {
    client,
    state: () => state,
    onDidChangeState: changed.event,
    start: () => {
      if (client.needsStart()) client.start().catch(logFailure);
    },
    restart: () => (client.needsStart() ? client.start() : client.restart()).catch(logFailure),
    request: async <R>(method: string, params: object) => {
      if (state !== 'running') return undefined;
      try {
        return await client.sendRequest<R>(method, params);
      } catch (error) {
        log.debug(`${method}: ${String(error)}`);
        return undefined;
      }
    },
    dispose: () => {
      changed.dispose();
      return client.dispose();
    },
  };
}

function serverOptions(context: vscode.ExtensionContext): ServerOptions {
  const module = context.asAbsolutePath('dist/server.cjs');
  return {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
}

function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    suggestCommand: 'editor.action.triggerSuggest',
    registersFormatting: true,
    showsPictures: true,
  };
  return {
    documentSelector: LANGUAGES.map(language => ({ language })),
    initializationOptions,
    outputChannel: log,
    diagnosticPullOptions: { onChange: true },
    middleware: {
      provideDiagnostics: (document, previousResultId, token, next) =>
        isReadOnly(document)
          ? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
          : next(document, previousResultId, token),
    },
  };
}

/** The left side of a diff and the like: nobody can mend what is found there. */
function isReadOnly(document: vscode.TextDocument | vscode.Uri): boolean {
  const uri = 'uri' in document ? document.uri : document;
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false;
}
