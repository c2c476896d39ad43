import * as vscode from 'vscode';
import { DOCUMENT_KIND_REQUEST, type DocumentKindParams, type DocumentKindResult } from '../../server/src/protocol.ts';
import { LANGUAGES, type LanguageServer } from './languageServer.ts';
import { mayBeServed } from './startOnDemand.ts';

/** What the server takes the open documents for. */
export interface DocumentKinds extends vscode.Disposable {
  /** `null`: none of ours. `undefined`: not known (yet). */
  readonly get: (uri: vscode.Uri) => DocumentKindResult | undefined;
  /** The open documents that are ours. */
  readonly served: () => readonly vscode.TextDocument[];
  /** Fires when a document has become another kind or is no longer open. */
  readonly onDidChange: vscode.Event<void>;
}

/** Pause in the typing, in milliseconds, after which a document is asked for its kind again. */
const DELAY = 300;

export function watchDocumentKinds(server: LanguageServer): DocumentKinds {
  const kinds = new Map<string, DocumentKindResult>();
  const timers = new Map<string, NodeJS.Timeout>();
  const changed = new vscode.EventEmitter<void>();

  const set = (uri: string, kind: DocumentKindResult | undefined) => {
    const before = kinds.get(uri);
    if (kind === undefined) kinds.delete(uri);
    else kinds.set(uri, kind);
    if (before?.id !== kind?.id) changed.fire();
  };
  const ask = async (document: vscode.TextDocument) => {
    if (document.isClosed || server.state() !== 'running') return;
    const uri = document.uri.toString();
    if (!mayBeServed(document)) return set(uri, null);
    const params: DocumentKindParams = { uri: server.client.code2ProtocolConverter.asUri(document.uri) };
    const kind = await server.request<DocumentKindResult>(DOCUMENT_KIND_REQUEST, params);
    if (!document.isClosed && kind !== undefined) set(uri, kind);
  };
  const askLater = (document: vscode.TextDocument, delay: number) => {
    if (!LANGUAGES.includes(document.languageId)) return;
    const uri = document.uri.toString();
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        void ask(document);
      }, delay),
    );
  };
  const forget = (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    set(uri, undefined);
  };

  const listeners = vscode.Disposable.from(
    changed,
    // Behind the client's own listener, which tells the server of the document.
    vscode.workspace.onDidOpenTextDocument(document => askLater(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => askLater(document, DELAY)),
    vscode.workspace.onDidCloseTextDocument(forget),
    server.onDidChangeState(state => {
      if (state === 'running') vscode.workspace.textDocuments.forEach(document => askLater(document, 0));
    }),
  );
  return {
    get: uri => kinds.get(uri.toString()),
    served: () => vscode.workspace.textDocuments.filter(document => kinds.get(document.uri.toString())),
    onDidChange: changed.event,
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      listeners.dispose();
    },
  };
}
