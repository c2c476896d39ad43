import { expect, test } from 'vitest';
import { findSelectionRanges } from '../../server/src/features/selectionRanges.ts';
import type { TextRange } from '../../server/src/xml/range.ts';
import { parseBound } from '../support/bound.ts';
import { parseCursor } from '../support/marker.ts';

const DEEP = `<domain type='kvm'>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</domain>`;

/** Checks the texts that are selected one after the other. */
function checkSelection(marked: string, expected: readonly string[]): void {
  const { text, offset } = parseCursor(marked);
  const ranges = findSelectionRanges(parseBound(text), offset);
  expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
}

test('value, quotes, attribute, start tag, element, content, parent', () =>
  checkSelection("<domain type='kvm'> <name a='x|y'>demo</name> </domain>", [
    'xy',
    "'xy'",
    "a='xy'",
    "<name a='xy'>",
    "<name a='xy'>demo</name>",
    " <name a='xy'>demo</name> ",
    "<domain type='kvm'> <name a='xy'>demo</name> </domain>",
  ]));

test('text without the white space around it', () =>
  checkSelection("<domain type='kvm'><name>  de|mo </name></domain>", [
    'demo',
    '  demo ',
    '<name>  demo </name>',
    "<domain type='kvm'><name>  demo </name></domain>",
  ]));

test('names of tags and attributes', () => {
  checkSelection("<domain ty|pe='kvm'></domain>", [
    'type',
    "type='kvm'",
    "<domain type='kvm'>",
    "<domain type='kvm'></domain>",
  ]);
  checkSelection("<dom|ain type='kvm'></domain>", ['domain', "<domain type='kvm'>", "<domain type='kvm'></domain>"]);
  checkSelection("<domain type='kvm'></dom|ain>", ['domain', '</domain>', "<domain type='kvm'></domain>"]);
});

test('comments', () =>
  checkSelection("<domain type='kvm'><!-- a |b --></domain>", [
    'a b',
    '<!-- a b -->',
    "<domain type='kvm'><!-- a b --></domain>",
  ]));

test('behind the root, and in a value that is being typed', () => {
  checkSelection("<domain type='kvm'/>\n\n|", ["<domain type='kvm'/>\n\n"]);
  checkSelection("<domain type='kvm' a='x|", ['x', "'x", "a='x", "<domain type='kvm' a='x"]);
});

test('each range encloses the one before, at every offset of a broken document', () => {
  const text =
    "<domain type='kvm'><devices>\n<interface type=direct'><source mode=\n<!-- x\n</devices> &amp; </domain>";
  const document = parseBound(text);
  for (let offset = 0; offset <= text.length; offset++) {
    let inner: TextRange = { start: offset, end: offset };
    for (const range of findSelectionRanges(document, offset)) {
      expect(range.start <= inner.start && inner.end <= range.end).toBe(true);
      expect(range.end - range.start).toBeGreaterThan(inner.end - inner.start);
      inner = range;
    }
    expect(inner).toEqual({ start: 0, end: text.length });
  }
});

test('100,000 nested elements', () => {
  const ranges = findSelectionRanges(parseBound(DEEP), DEEP.indexOf('</'));
  expect(ranges.length).toBeLessThan(300);
  expect(ranges.at(-1)).toEqual({ start: 0, end: DEEP.length });
});
