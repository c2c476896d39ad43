import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoundDocument } from '../../server/src/binding/model.ts';
import { findFoldingRanges } from '../../server/src/features/foldingRanges.ts';
import { findHighlights } from '../../server/src/features/highlights.ts';
import { findLinkedRanges } from '../../server/src/features/linkedRanges.ts';
import type { DocumentSymbol } from '../../server/src/features/model.ts';
import { findSelectionRanges } from '../../server/src/features/selectionRanges.ts';
import { findSymbols } from '../../server/src/features/symbols.ts';
import type { TextRange } from '../../server/src/xml/range.ts';
import { parseBound } from '../support/bound.ts';

const source = readFileSync('examples/mistakes.xml', 'utf8');

/** A document with up to four places where something was cut out, and something else typed. */
const brokenDocument = fc
  .array(
    fc.tuple(
      fc.nat(source.length),
      fc.nat(30),
      fc.constantFrom('', '<', '>', "'", '</', '/>', '<!--', '\n', '<a>', '&', '<![CDATA['),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(cuts => cuts.reduce((text, [at, length, typed]) => text.slice(0, at) + typed + text.slice(at + length), source));

/** Checks a feature in broken documents, each at a cursor anywhere in it. */
function checkBroken(check: (document: BoundDocument, offset: number) => void): void {
  fc.assert(
    fc.property(brokenDocument, fc.nat(), (text, number) => check(parseBound(text), number % (text.length + 1))),
    { numRuns: 300, seed: 4 },
  );
}

function isInside(inner: TextRange, outer: TextRange): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

const wholeText = ({ xml }: BoundDocument): TextRange => ({ start: 0, end: xml.text.length });

test('symbols nest, and each has a name that lies inside it', () => {
  const checkSymbols = (symbols: readonly DocumentSymbol[], outer: TextRange): void => {
    for (const { name, range, selectionRange, children } of symbols) {
      expect(name.trim()).not.toBe('');
      expect(isInside(range, outer) && isInside(selectionRange, range)).toBe(true);
      checkSymbols(children, range);
    }
  };
  checkBroken(document => checkSymbols(findSymbols(document), wholeText(document)));
});

test('selections grow up to the whole text', () =>
  checkBroken((document, offset) => {
    let inner: TextRange = { start: offset, end: offset };
    for (const range of findSelectionRanges(document, offset)) {
      expect(isInside(inner, range) && range.end - range.start > inner.end - inner.start).toBe(true);
      inner = range;
    }
    expect(inner).toEqual(document.kind === undefined ? { start: offset, end: offset } : wholeText(document));
  }));

test('linked names are equal', () =>
  checkBroken((document, offset) => {
    const names = (findLinkedRanges(document, offset) ?? []).map(({ start, end }) =>
      document.xml.text.slice(start, end),
    );
    expect(new Set(names).size).toBeLessThan(2);
  }));

test('highlights and folds lie in the text', () =>
  checkBroken((document, offset) => {
    for (const range of [...findHighlights(document, offset), ...findFoldingRanges(document)]) {
      expect(isInside(range, wholeText(document))).toBe(true);
    }
  }));
