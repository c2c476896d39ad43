import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import {
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';

/** An editor's side of `node dist/cli.cjs lsp --stdio` with one document open; answers are waited for. */
export interface EditorSession {
  readonly open: (text: string) => Promise<void>;
  /** Puts text in at a position, as typing does. */
  readonly type: (position: Position, text: string) => Promise<void>;
  readonly erase: (position: Position, characters: number) => Promise<void>;
  readonly diagnostics: () => Promise<readonly Diagnostic[]>;
  readonly complete: (position: Position) => Promise<number>;
  readonly hover: (position: Position) => Promise<boolean>;
  /** Resident memory of the server in MiB. */
  readonly residentMemory: () => number;
  readonly close: () => Promise<void>;
}

const CLI = resolve('dist/cli.cjs');
const DOCUMENT = 'file:///bench.xml';

/**
 * Spawns a server and shakes hands with it, as an editor does that pulls diagnostics. With the URI of a folder, that one
 * is the workspace, and all its files have been read.
 */
export async function startSession(folder?: string): Promise<EditorSession> {
  const server = spawn(process.execPath, [CLI, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const workspaceRead = new Promise<void>(done => {
    connection.onRequest(WorkDoneProgressCreateRequest.type, () => {});
    connection.onNotification('$/progress', ({ value }: { readonly value: { readonly kind: string } }) => {
      if (value.kind === 'end') done();
    });
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'bench' }],
    capabilities: {
      window: { workDoneProgress: true },
      general: { positionEncodings: ['utf-16'] },
      textDocument: {
        diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
      },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  if (folder !== undefined) await workspaceRead;
  return createSession(connection, server);
}

function createSession(connection: ProtocolConnection, server: ChildProcess): EditorSession {
  const textDocument = { uri: DOCUMENT };
  let version = 0;
  let previousResultId: string | undefined;
  const change = (start: Position, end: Position, text: string) =>
    connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: DOCUMENT, version: ++version },
      contentChanges: [{ range: { start, end }, text }],
    });
  return {
    open: text =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: DOCUMENT, languageId: 'xml', version: ++version, text },
      }),
    type: (position, text) => change(position, position, text),
    erase: (position, characters) =>
      change(position, { line: position.line, character: position.character + characters }, ''),
    diagnostics: async () => {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument,
        ...(previousResultId === undefined ? {} : { previousResultId }),
      });
      previousResultId = report.resultId;
      return report.kind === 'full' ? report.items : [];
    },
    complete: async position => {
      const answer = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
      return answer === null ? 0 : Array.isArray(answer) ? answer.length : answer.items.length;
    },
    hover: async position => (await connection.sendRequest(HoverRequest.type, { textDocument, position })) !== null,
    residentMemory: () => {
      const ps = spawnSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' });
      return Number(ps.stdout) / 1024;
    },
    close: async () => {
      const ended = new Promise(done => server.once('exit', done));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
    },
  };
}
