import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';
import { DiagnosticTag, MarkupKind } from './languageServer.ts';

/** What the editor on the other side can do, reduced to what this server asks. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly snippets: boolean;
  readonly completionMarkdown: boolean;
  readonly labelDetails: boolean;
  readonly preselect: boolean;
  readonly hoverMarkdown: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  readonly documentChanges: boolean;
  readonly configuration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly registersWatchedFiles: boolean;
  readonly preparesRename: boolean;
  readonly workDoneProgress: boolean;
  readonly workspaceFolders: boolean;
  /** The editor's command that opens the suggestions, when it has one. */
  readonly suggestCommand: string | undefined;
  /** The client offers formatting for our documents only, so the server does not announce it for all. */
  readonly registersFormatting: boolean;
  /** Images that carry their data along are shown in Markdown. */
  readonly showsPictures: boolean;
}

export function getClientFeatures(capabilities: ClientCapabilities, options: InitializationOptions): ClientFeatures {
  const { textDocument, window, workspace } = capabilities;
  const completionItem = textDocument?.completion?.completionItem;
  const publishing = textDocument?.publishDiagnostics;
  const pulling = textDocument?.diagnostic;
  // Both kinds of diagnostics describe the same abilities; the one that is in use counts.
  const shown = pulling ?? publishing;
  return {
    pullsDiagnostics: pulling !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (shown?.relatedInformation ?? publishing?.relatedInformation) === true,
    unnecessaryTag:
      (shown?.tagSupport ?? publishing?.tagSupport)?.valueSet.includes(DiagnosticTag.Unnecessary) === true,
    codeDescription: (shown?.codeDescriptionSupport ?? publishing?.codeDescriptionSupport) === true,
    diagnosticData: (shown?.dataSupport ?? publishing?.dataSupport) === true,
    snippets: completionItem?.snippetSupport === true,
    completionMarkdown: completionItem?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    labelDetails: completionItem?.labelDetailsSupport === true,
    preselect: completionItem?.preselectSupport === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    workDoneProgress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    suggestCommand: options.suggestCommand,
    registersFormatting: options.registersFormatting === true,
    showsPictures: options.showsPictures === true,
  };
}
