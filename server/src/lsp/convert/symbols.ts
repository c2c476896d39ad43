import type { DocumentSymbol as LspDocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, SymbolKind } from '../../features/model.ts';
import { SymbolKind as Kind } from '../languageServer.ts';
import { toRange } from './range.ts';

export const symbolKinds: Readonly<Record<SymbolKind, Kind>> = {
  document: Kind.Module,
  element: Kind.Field,
  interface: Kind.Interface,
  device: Kind.Object,
  property: Kind.Property,
};

/** Most that one document gets, in document order: nobody reads a longer outline, and an editor is slow to build it. */
export const MAX_SYMBOLS = 5000;

export function toDocumentSymbols(document: TextDocument, symbols: readonly DocumentSymbol[]): LspDocumentSymbol[] {
  let left = MAX_SYMBOLS;
  const convert = (siblings: readonly DocumentSymbol[]): LspDocumentSymbol[] =>
    siblings.slice(0, left).flatMap(symbol => {
      if (left-- <= 0) return [];
      const { name, detail, kind, range, selectionRange, children } = symbol;
      return {
        name,
        ...(detail !== undefined && { detail }),
        kind: symbolKinds[kind],
        range: toRange(document, range),
        selectionRange: toRange(document, selectionRange),
        children: convert(children),
      };
    });
  return convert(symbols);
}

/** For clients that take a plain list. */
export function toSymbolInformation(document: TextDocument, symbols: readonly DocumentSymbol[]): SymbolInformation[] {
  const list: SymbolInformation[] = [];
  const add = (siblings: readonly LspDocumentSymbol[], containerName?: string) => {
    for (const { name, kind, range, children = [] } of siblings) {
      const location = { uri: document.uri, range };
      list.push({ name, kind, location, ...(containerName !== undefined && { containerName }) });
      add(children, name);
    }
  };
  add(toDocumentSymbols(document, symbols));
  return list;
}
