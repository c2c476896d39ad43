import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import { allCodes } from '../../server/src/rules/registry.ts';
import { applyFix, findFindings, testGenerator } from '../support/findings.ts';

/** A document without an element is none of ours yet: nothing is said about it, although the parser knows. */
const silent = new Set(['syntax/no-root']);
const named = allCodes
  .filter(({ code }) => !silent.has(code))
  .map(description => [description.code, description] as const);

describe('the examples of the rule pages', () => {
  test('codes are readable and there is one description for each', () => {
    const codes = allCodes.map(({ code }) => code);
    expect(codes.filter(code => !/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(named)('%s: the wrong one has this finding and no other error', (code, { severity, page }) => {
    const findings = findFindings(page.bad);
    const own = findings.filter(finding => finding.code === code);
    expect(own.map(finding => finding.severity)).toContain(severity);
    expect(findings.filter(finding => finding.code !== code && finding.severity === 'error')).toEqual([]);
    for (const { range, message } of own) {
      expect(range.end).toBeGreaterThan(range.start);
      expect(message).toMatch(/[.?]$/);
    }
  });

  test.each(named)('%s: the right one has no finding', (_code, { page }) => {
    expect(findFindings(page.good)).toEqual([]);
  });

  test.each(named)('%s: after the preferred fix the finding is gone and none has come', (code, { page }) => {
    const before = findFindings(page.bad);
    for (const finding of before.filter(candidate => candidate.code === code)) {
      const preferred = finding.fixes?.(testGenerator).filter(fix => fix.preferred) ?? [];
      expect(preferred.length).toBeLessThanOrEqual(1);
      const [fix] = preferred;
      if (!fix) continue;
      const after = findFindings(applyFix(page.bad, fix));
      expect(countOf(after, code)).toBeLessThan(countOf(before, code));
      for (const other of after) expect(countOf(after, other.code)).toBeLessThanOrEqual(countOf(before, other.code));
    }
  });
});

function countOf(findings: readonly Finding[], code: string): number {
  return findings.filter(finding => finding.code === code).length;
}
