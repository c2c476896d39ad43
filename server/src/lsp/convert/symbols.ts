import {
  SymbolKind as Kind,
  type DocumentSymbol as LspDocumentSymbol,
  type SymbolInformation,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, SymbolKind } from '../../features/model.ts';
import { toRange } from './range.ts';

const kinds: Readonly<Record<SymbolKind, Kind>> = {
  document: Kind.Module,
  element: Kind.Field,
  interface: Kind.Interface,
  device: Kind.Object,
  property: Kind.Property,
};

export function toDocumentSymbols(document: TextDocument, symbols: readonly DocumentSymbol[]): LspDocumentSymbol[] {
  return symbols.map(symbol => ({
    name: symbol.name,
    ...(symbol.detail !== undefined && { detail: symbol.detail }),
    kind: kinds[symbol.kind],
    range: toRange(document, symbol.range),
    selectionRange: toRange(document, symbol.selectionRange),
    children: toDocumentSymbols(document, symbol.children),
  }));
}

/** For clients that take a plain list. */
export function toSymbolInformation(
  document: TextDocument,
  symbols: readonly DocumentSymbol[],
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(symbol => [
    {
      name: symbol.name,
      kind: kinds[symbol.kind],
      location: { uri: document.uri, range: toRange(document, symbol.range) },
      ...(containerName !== undefined && { containerName }),
    },
    ...toSymbolInformation(document, symbol.children, symbol.name),
  ]);
}
