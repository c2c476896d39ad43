import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatDocument } from '../../server/src/features/format.ts';
import { applyEdits } from '../support/applyEdits.ts';
import { parseBound } from '../support/bound.ts';
import { findFindings, testGenerator } from '../support/findings.ts';

const read = (name: string): string => readFileSync(join('examples', name), 'utf8');
const names = readdirSync('examples').filter(name => name.endsWith('.xml'));
const clean = names.filter(name => name !== 'mistakes.xml');

test.each(clean)('%s has no findings', name => {
  expect(parseBound(read(name)).kind).toBeDefined();
  expect(findFindings(read(name))).toEqual([]);
});

test.each(names)('%s is formatted', name => {
  expect(formatDocument(parseBound(read(name)), { tabSize: 2, insertSpaces: true })).toEqual([]);
});

test('mistakes.xml has a finding in every interface', () => {
  const text = read('mistakes.xml');
  const found = findFindings(text);
  const starts = [...text.matchAll(/<interface /g)].map(match => match.index);
  expect(starts.length).toBeGreaterThan(4);
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length;
    expect(found.filter(({ range }) => start <= range.start && range.end < end)).not.toEqual([]);
  }
});

test('the preferred fixes mend all of mistakes.xml', () => {
  let text = read('mistakes.xml');
  for (let step = 0; step < 30; step++) {
    const fix = findFindings(text)
      .flatMap(finding => finding.fixes?.(testGenerator) ?? [])
      .find(candidate => candidate.preferred);
    if (fix === undefined) break;
    text = applyEdits(text, fix.edits);
  }
  expect(findFindings(text)).toEqual([]);
});
