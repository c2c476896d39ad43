import * as vscode from 'vscode';
import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from 'vscode-languageclient/node';
import { LANGUAGE_ID, SETTINGS_SECTION } from '../../server/src/protocol.ts';
import type { DocumentKinds } from './documentKinds.ts';
import type { LanguageServer } from './languageServer.ts';

/**
 * Offers formatting for the documents that are ours and no others: an editor that finds two formatters for a document
 * asks its user which one to take, and of a foreign document we are none.
 */
export function offerFormatting(kinds: DocumentKinds, server: LanguageServer): vscode.Disposable {
  const features = [
    { id: 'libvirt-xml.formatting', feature: server.client.getFeature(DocumentFormattingRequest.method) },
    { id: 'libvirt-xml.rangeFormatting', feature: server.client.getFeature(DocumentRangeFormattingRequest.method) },
  ];
  let offered: string | undefined;

  const update = () => {
    // A stopped client has dropped its features.
    if (server.state() !== 'running') {
      offered = undefined;
      return;
    }
    const documentSelector = vscode.workspace.textDocuments
      .filter(document => isFormatted(document, kinds))
      .map(document => filterFor(document));
    const wanted = JSON.stringify(documentSelector);
    if (wanted === offered) return;
    offered = wanted;
    for (const { id, feature } of features) {
      feature.unregister(id);
      if (documentSelector.length > 0) feature.register({ id, registerOptions: { documentSelector } });
    }
  };
  return vscode.Disposable.from(
    kinds.onDidChange(update),
    server.onDidChangeState(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidChangeConfiguration(event => event.affectsConfiguration(SETTINGS_SECTION) && update()),
  );
}

function isFormatted(document: vscode.TextDocument, kinds: DocumentKinds): boolean {
  const enabled = vscode.workspace
    .getConfiguration(SETTINGS_SECTION, document.uri)
    .get<boolean>('format.enabled', true);
  return enabled && (document.languageId === LANGUAGE_ID || Boolean(kinds.get(document.uri)));
}

/** Matches this document and no other: VS Code compares a pattern with the path as it is before it reads it as a glob. */
export function filterFor(document: vscode.TextDocument): { language: string; scheme: string; pattern: string } {
  return { language: document.languageId, scheme: document.uri.scheme, pattern: document.uri.fsPath };
}
