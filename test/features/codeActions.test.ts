import { expect, test } from 'vitest';
import { findCodeActions, findFixAll } from '../../server/src/features/codeActions.ts';
import type { Finding, Fix } from '../../server/src/rules/finding.ts';
import { applyEdits } from '../support/applyEdits.ts';
import { parseBound } from '../support/bound.ts';
import { findFindings, testGenerator } from '../support/findings.ts';
import { parseMarked } from '../support/marker.ts';

const document = parseBound("<domain type='kvm'>abcdefgh</domain>");

function finding(start: number, end: number, ...fixes: readonly Fix[]): Finding {
  return { code: 'test/code', severity: 'error', range: { start, end }, message: '', fixes: () => fixes };
}

function fix(title: string, ...edits: readonly (readonly [number, number, string])[]): Fix {
  return { title, safe: true, edits: edits.map(([start, end, text]) => ({ start, end, text })) };
}

const titles = (findings: readonly Finding[], start: number, end: number): readonly string[] =>
  findCodeActions(document, findings, { start, end }, testGenerator).map(({ title }) => title);

/** Checks what `source.fixAll` makes of `abcdefgh`. */
function checkFixAll(findings: readonly Finding[], expected: string): void {
  expect(applyEdits('abcdefgh', findFixAll(document, findings, testGenerator))).toBe(expected);
}

test('the fixes of what touches the range, the preferred ones first, each once', () => {
  const findings = [
    finding(2, 4, fix('a'), fix('b')),
    finding(4, 6, fix('a'), { ...fix('c'), preferred: true }),
    finding(9, 12, fix('d')),
  ];
  expect(titles(findings, 4, 4)).toEqual(['c', 'a', 'b']);
  expect(titles(findings, 7, 8)).toEqual([]);
  expect(titles(findings, 6, 9)).toEqual(['c', 'a', 'd']);
});

test('an action knows its finding', () => {
  const found = finding(2, 4, { ...fix('a', [2, 4, 'x']), preferred: true });
  expect(findCodeActions(document, [found], { start: 3, end: 3 }, testGenerator)).toEqual([
    { title: 'a', kind: 'quickfix', preferred: true, edits: [{ start: 2, end: 4, text: 'x' }], finding: found },
  ]);
});

test('fix all takes one safe fix of each finding, whole or not at all', () => {
  checkFixAll([finding(3, 4, fix('', [3, 4, 'D'])), finding(0, 1, fix('', [0, 1, 'A']))], 'AbcDefgh');
  checkFixAll([finding(0, 1, { title: '', edits: [{ start: 0, end: 1, text: '' }] })], 'abcdefgh');
  checkFixAll([finding(0, 4, fix('', [0, 4, 'X'])), finding(2, 3, fix('', [2, 3, 'Y'], [6, 7, 'Z']))], 'Xefgh');
  checkFixAll([finding(0, 2, fix('', [0, 2, ''])), finding(2, 4, fix('', [2, 4, '']))], 'efgh');
  checkFixAll([finding(0, 1, fix('', [2, 2, 'X'])), finding(1, 2, fix('', [2, 2, 'Y']))], 'abXcdefgh');
  checkFixAll([finding(0, 1, fix('', [2, 4, 'X'])), finding(1, 2, fix('', [2, 2, 'Y']))], 'abYXefgh');
});

test('a real finding, and none in foreign XML', () => {
  const { text, cursors } = parseMarked("<interface type='direct'><source dev='eth0' mode='brid|g'/></interface>");
  const at = { start: cursors[0] ?? 0, end: cursors[0] ?? 0 };
  const [action] = findCodeActions(parseBound(text), findFindings(text), at, testGenerator);
  expect(applyEdits(text, action?.edits ?? [])).toBe(
    "<interface type='direct'><source dev='eth0' mode='bridge'/></interface>",
  );
  expect(
    findCodeActions(parseBound('<note/>'), [finding(0, 1, fix('a'))], { start: 0, end: 1 }, testGenerator),
  ).toEqual([]);
  expect(findFixAll(parseBound('<note/>'), [finding(0, 1, fix('a', [0, 1, '']))], testGenerator)).toEqual([]);
});
