import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LANGUAGE_ID, type Settings } from '../protocol.ts';
import type { LanguageService } from '../service.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { hashText } from './contentHash.ts';
import { toDiagnostic } from './convert/diagnostic.ts';
import type { Documents } from './documents.ts';
import type { FindingOptionsOf } from './findingOptions.ts';
import type { Guard } from './guard.ts';
import { DocumentDiagnosticReportKind } from './languageServer.ts';
import type { Runtime } from './runtime.ts';
import type { SettingsStore } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** Pause in the typing, in milliseconds, after which diagnostics are pushed to a client that cannot pull them. */
export const PUSH_DELAY = 150;

/** Most that one document gets; an editor shows no more, and a mangled file of several MB has no use for them. */
export const MAX_DIAGNOSTICS = 1000;

interface Parts {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly service: LanguageService;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly guard: Guard;
  readonly findingOptions: FindingOptionsOf;
  readonly workspace: Workspace;
}

/**
 * Diagnostics for the client, by one way only: it pulls them where it can, else they are pushed after each change.
 * Called once the client's abilities are known.
 */
export function startDiagnostics(parts: Parts, client: ClientFeatures): void {
  if (client.pullsDiagnostics) startPull(parts, client);
  else startPush(parts, client);
}

function startPull(parts: Parts, client: ClientFeatures): void {
  const { connection, documents, settings, guard, workspace } = parts;
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    guard<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      async () => {
        const document = documents.get(textDocument.uri);
        if (!document || !documents.bind(document)) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const current = await settings.get(document.uri);
        const judgedBy = hashText(JSON.stringify([current.validation, current.target, workspace.version()]));
        const resultId = `${document.languageId === LANGUAGE_ID}.${judgedBy}.${hashText(document.getText())}`;
        return resultId === previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items: find(parts, client, document, current) };
      },
      token,
    ),
  );
  if (!client.refreshesDiagnostics) return;
  const refresh = () =>
    void guard('workspace/diagnostic/refresh', undefined, () => connection.languages.diagnostics.refresh());
  settings.onDidChange(refresh);
  workspace.onDidChange(refresh);
}

function startPush(parts: Parts, client: ClientFeatures): void {
  const { connection, runtime, documents, settings, guard, workspace } = parts;
  const waiting = new Map<string, () => void>();
  // Foreign documents hear nothing from us, unless they were ours a moment ago.
  const pushed = new Set<string>();
  const cancel = (uri: string) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  };
  const push = (document: TextDocument) =>
    guard('textDocument/publishDiagnostics', undefined, async () => {
      if (!documents.bind(document) && !pushed.has(document.uri)) return;
      const version = document.version;
      const current = await settings.get(document.uri);
      // A change or the closing that came meanwhile has its own push.
      if (documents.get(document.uri) !== document || document.version !== version) return;
      const diagnostics = find(parts, client, document, current);
      pushed.add(document.uri);
      await connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
    });
  const pushLater = (document: TextDocument, delay: number) => {
    cancel(document.uri);
    waiting.set(
      document.uri,
      runtime.schedule(delay, () => {
        waiting.delete(document.uri);
        void push(document);
      }),
    );
  };
  const opened = new WeakSet<TextDocument>();
  documents.onDidChange(document => {
    pushLater(document, opened.has(document) ? PUSH_DELAY : 0);
    opened.add(document);
  });
  documents.onDidClose(document => {
    cancel(document.uri);
    if (!pushed.delete(document.uri)) return;
    void guard('textDocument/publishDiagnostics', undefined, () =>
      connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }),
    );
  });
  const pushAll = (affected: readonly TextDocument[]) => {
    for (const document of affected) pushLater(document, 0);
  };
  settings.onDidChange(() => pushAll(documents.all()));
  workspace.onDidChange(pushAll);
}

function find(
  { service, documents, runtime, findingOptions, workspace }: Parts,
  client: ClientFeatures,
  document: TextDocument,
  settings: Settings,
): Diagnostic[] {
  const bound = settings.validation.enabled ? documents.bind(document) : undefined;
  if (bound === undefined) return [];
  return service
    .findFindings(bound, findingOptions(settings, document))
    .slice(0, MAX_DIAGNOSTICS)
    .map(finding => toDiagnostic(document, finding, client, runtime, workspace.rangeIn));
}
