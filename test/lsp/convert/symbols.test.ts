import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol } from '../../../server/src/features/model.ts';
import { MAX_SYMBOLS, toDocumentSymbols, toSymbolInformation } from '../../../server/src/lsp/convert/symbols.ts';

const document = TextDocument.create('file:///a.xml', 'xml', 1, '<a>\n  <b/>\n</a>');
const range = { start: 0, end: 3 };

function symbol(name: string, children: readonly DocumentSymbol[] = []): DocumentSymbol {
  return { name, kind: 'element', range, selectionRange: range, children };
}

test('a list names what encloses each symbol', () => {
  const list = toSymbolInformation(document, [symbol('a', [symbol('b', [symbol('c')])]), symbol('d')]);
  expect(list.map(({ name, containerName }) => [name, containerName])).toEqual([
    ['a', undefined],
    ['b', 'a'],
    ['c', 'b'],
    ['d', undefined],
  ]);
});

test('an outline is bounded, in document order', () => {
  const many = Array.from({ length: MAX_SYMBOLS }, (_, index) => symbol(`${index}`, [symbol('child')]));
  const [root, ...others] = toDocumentSymbols(document, [symbol('root', many), symbol('late')]);
  expect(others).toEqual([]);
  const children = root?.children ?? [];
  expect(1 + children.length + children.filter(child => child.children?.length === 1).length).toBe(MAX_SYMBOLS);
  expect(children[0]?.children?.[0]?.name).toBe('child');
});
