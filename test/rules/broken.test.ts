import { assert, constantFrom, double, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { allCodes } from '../../server/src/rules/registry.ts';
import { applyFix, findFindings, testGenerator } from '../support/findings.ts';

const documents = allCodes.flatMap(({ page }) => [page.bad, page.good]);

test('no document is too broken for any rule, and every fix can be applied', () => {
  const broken = record({
    document: constantFrom(...documents),
    cut: double({ min: 0, max: 1, noNaN: true }),
    length: integer({ min: 0, max: 40 }),
    insert: constantFrom(
      '',
      '<',
      '>',
      "'",
      '"',
      '=',
      '&',
      ' ',
      '/',
      "<parameters managerid='1'",
      "<source dev='eth0'>",
    ),
  });
  assert(
    property(broken, ({ document, cut, length, insert }) => {
      const at = Math.floor(cut * document.length);
      const text = document.slice(0, at) + insert + document.slice(at + length);
      for (const finding of findFindings(text)) {
        expect(finding.range.start).toBeGreaterThanOrEqual(0);
        expect(finding.range.end).toBeGreaterThanOrEqual(finding.range.start);
        expect(finding.range.end).toBeLessThanOrEqual(text.length);
        for (const fix of finding.fixes?.(testGenerator) ?? []) applyFix(text, fix);
      }
    }),
    { numRuns: 4000, seed: 20261122 },
  );
}, 60_000);
