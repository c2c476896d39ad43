import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  createConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type RelatedFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Runtime } from '../../server/src/lsp/runtime.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { createLanguageService } from '../../server/src/service.ts';

/** What an editor can do that can do everything that the server asks. */
export const fullCapabilities: ClientCapabilities = {
  workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        labelDetailsSupport: true,
        preselectSupport: true,
      },
    },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
  },
};

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server has logged, and what it has pushed, in order. */
  readonly logged: string[];
  readonly published: PublishDiagnosticsParams[];
  /** Opens a document and gives it back as the editor has it. */
  readonly open: (text: string, options?: OpenOptions) => Promise<TextDocument>;
  /** Puts `text` in place of a span of offsets, as a keystroke does. */
  readonly change: (document: TextDocument, start: number, end: number, text: string) => Promise<void>;
  readonly close: (document: TextDocument) => Promise<void>;
  readonly pull: (document: TextDocument, previousResultId?: string) => Promise<RelatedFullDocumentDiagnosticReport>;
}

interface OpenOptions {
  readonly uri?: string;
  readonly languageId?: string;
}

interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  readonly runtime?: Partial<Runtime>;
  /** Called before `initialize` is sent: handlers of the client. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** A client and a server that talk over streams in memory, until the test ends. */
export async function connectClient(options: ClientOptions = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  serve(toServer, toClient, options.runtime ?? {});
  const connection = createProtocolConnection(toClient, toServer);
  const logged: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    logged.push(message);
  });
  connection.onNotification(PublishDiagnosticsNotification.type, params => {
    published.push(params);
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => {});
  options.prepare?.(connection);
  connection.listen();
  onTestFinished(() => {
    connection.dispose();
    toServer.destroy();
    toClient.destroy();
  });
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    workspaceFolders: options.folders?.map(uri => ({ uri, name: uri })) ?? null,
    capabilities: options.capabilities ?? fullCapabilities,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return { connection, initialized, logged, published, ...documentCalls(connection) };
}

function serve(input: PassThrough, output: PassThrough, runtime: Partial<Runtime>): void {
  const watchDog = { shutdownReceived: false, initialize: () => {}, exit: () => {} };
  startServer(
    createConnection(logger => createProtocolConnection(input, output, logger), watchDog),
    {
      version: '1.2.3',
      createService: createLanguageService,
      random: () => 0.5,
      findRulePage: code => `file:///docs/rules/${code}.md`,
      findConfiguration: () => undefined,
      fileSystem: undefined,
      schedule: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      ...runtime,
    },
  );
}

function documentCalls(connection: ProtocolConnection): Pick<TestClient, 'open' | 'change' | 'close' | 'pull'> {
  return {
    open: async (text, { uri = 'file:///guest.xml', languageId = 'xml' } = {}) => {
      const textDocument = { uri, languageId, version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return TextDocument.create(uri, languageId, 1, text);
    },
    change: async (document, start, end, text) => {
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      const version = document.version + 1;
      TextDocument.update(document, [{ range, text }], version);
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: document.uri, version },
        contentChanges: [{ range, text }],
      });
    },
    close: document =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: document.uri } }),
    pull: (document, previousResultId) =>
      connection.sendRequest<RelatedFullDocumentDiagnosticReport>(DocumentDiagnosticRequest.method, {
        textDocument: { uri: document.uri },
        ...(previousResultId !== undefined && { previousResultId }),
      }),
  };
}
