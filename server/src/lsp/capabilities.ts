import type { ServerCapabilities } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import { CodeActionKind, TextDocumentSyncKind } from './languageServer.ts';

/** Applies every safe fix of a document. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.libvirt-xml`;

/** Characters behind which there is something to choose: a tag, an attribute, a value. */
const completionTriggers: readonly string[] = ['<', '/', ' ', '=', '"', "'"];

export function getServerCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [...completionTriggers] },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL_KIND] },
    documentSymbolProvider: { label: 'libvirt' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    documentHighlightProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    ...(client.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    ...(!client.registersFormatting && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'libvirt-xml', interFileDependencies: true, workspaceDiagnostics: false },
    }),
  };
}
