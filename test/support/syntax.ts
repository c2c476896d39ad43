import { expect } from 'vitest';
import { parseXml } from '../../server/src/xml/parse.ts';
import type { SyntaxCode } from '../../server/src/xml/problems.ts';
import { applyEdits } from './applyEdits.ts';
import { drawRanges } from './draw.ts';
import { parseMarked } from './marker.ts';

/**
 * Checks that the text has exactly the given problems, in order of their place, and exactly on the ranges marked with
 * `⟦…⟧`; compared as drawings, so that a difference can be seen.
 */
export function checkSyntax(marked: string, ...codes: readonly SyntaxCode[]): void {
  const { text, ranges } = parseMarked(marked);
  const { problems } = parseXml(text);
  const expected = ranges.map((range, index) => ({ ...range, label: codes[index] ?? 'a range without a code' }));
  const actual = problems.map(({ range, code }) => ({ ...range, label: code }));
  expect(drawRanges(text, actual)).toBe(drawRanges(text, expected));
  expect(actual).toEqual(expected);
}

/** Checks what the fixes make of a text: each problem's fix alone takes that problem away and brings no other. */
export function checkSyntaxFix(marked: string, after: string, code?: SyntaxCode): void {
  const { text } = parseMarked(marked);
  const { problems } = parseXml(text);
  const problem = code === undefined ? problems[0] : problems.find(candidate => candidate.code === code);
  if (problem?.fix === undefined) throw new Error(`No fix among the ${problems.length} problems of: ${text}`);
  const fixed = applyEdits(text, problem.fix.edits);
  expect(fixed).toBe(after);
  const left = parseXml(fixed).problems.map(candidate => candidate.code);
  const expected = problems.filter(candidate => candidate !== problem).map(candidate => candidate.code);
  expect(left).toEqual(expected);
}
