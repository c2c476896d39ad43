import { expect, test } from 'vitest';
import { findFoldingRanges } from '../../server/src/features/foldingRanges.ts';
import { parseBound } from '../support/bound.ts';

const DEEP = `<domain type='kvm'>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</domain>`;

/** Checks which lines fold, as `first-last kind`, lines from 0. */
function checkFolding(text: string, expected: readonly string[]): void {
  const lineAt = (offset: number) => text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
  const found = findFoldingRanges(parseBound(text));
  expect(found.map(({ start, end, kind }) => `${lineAt(start)}-${lineAt(end)} ${kind}`)).toEqual(expected);
}

test.each(['\n', '\r\n', '\r'])('elements up to the line above their end tag, comments, start tags: %j', eol =>
  checkFolding(
    [
      "<domain type='kvm'>",
      '  <!-- one',
      '       two -->',
      '  <devices>',
      "    <interface type='direct'",
      "        managed='no'>",
      "      <source dev='eth0'",
      "              mode='vepa'/>",
      '      <model/></interface>',
      '  </devices>',
      '</domain>',
    ].join(eol),
    ['0-9 element', '1-2 comment', '3-8 element', '4-8 element', '6-7 element'],
  ),
);

test('what is on one line does not fold', () => checkFolding("<domain type='kvm'><name>x</name></domain>", []));
test('an unclosed element folds to its end', () =>
  checkFolding("<domain type='kvm'>\n <devices>\n  <a/>", ['0-2 element', '1-2 element']));
test('foreign XML does not fold', () => checkFolding('<note>\n<a/>\n</note>', []));
test('100,000 nested elements', () => expect(findFoldingRanges(parseBound(DEEP))).toEqual([]));
