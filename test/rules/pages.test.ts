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
    const findings = findFindings(page.bad, page.target, page.beside);
    const own = findings.filter(finding => finding.code === code);
    expect(own.map(finding => finding.severity)).toContain(severity);
    expect(findings.filter(finding => finding.code !== code && finding.severity === 'error')).toEqual([]);
    for (const { range, message } of own) {
      expect(range.end).toBeGreaterThan(range.start);
      expect(message).toMatch(/[.?]$/);
    }
  });

  test.each(named)('%s: the right one has no finding', (_code, { page }) => {
    expect(findFindings(page.good, page.target, page.beside)).toEqual([]);
  });

  const written = named.flatMap(([code, { page }]) =>
    Object.entries(rewrite(code, page.bad)).map(([how, text]) => [code, how, text, page] as const),
  );

  test.each(written)(
    '%s, %s: found, and mended by the preferred fix without a new finding',
    (code, _how, text, { target, beside }) => {
      const before = findFindings(text, target, beside);
      expect(countOf(before, code)).toBeGreaterThan(0);
      for (const finding of before.filter(candidate => candidate.code === code)) {
        const preferred = finding.fixes?.(testGenerator).filter(fix => fix.preferred) ?? [];
        expect(preferred.length).toBeLessThanOrEqual(1);
        const [fix] = preferred;
        if (!fix) continue;
        const after = findFindings(applyFix(text, fix), target, beside);
        expect(countOf(after, code)).toBeLessThan(countOf(before, code));
        for (const other of after) expect(countOf(after, other.code)).toBeLessThanOrEqual(countOf(before, other.code));
      }
    },
  );
});

/** The same document in other ways of writing; a device also inside a domain, among others. */
function rewrite(code: string, xml: string): Readonly<Record<string, string>> {
  const ways = {
    'as it stands': xml,
    'with double quotes': xml.replaceAll("'", '"'),
    'with other line breaks': xml.replaceAll('\n', '\r\n'),
  };
  // What is wrong around the root element is right inside a domain; interfaces of the host are no devices.
  if (!xml.startsWith('<interface') || /^(?:syntax|host)\//.test(code)) return ways;
  const indented = xml.replaceAll('\n', '\n    ');
  return {
    ...ways,
    'in a domain': `<domain type='kvm'>
  <name>guest</name>
  <devices>
    <!-- the first one -->
    <interface type='network'>
      <mac address='52:54:00:aa:aa:aa'/>
      <source network='default'/>
    </interface>
    ${indented}
  </devices>
</domain>
`,
  };
}

function countOf(findings: readonly Finding[], code: string): number {
  return findings.filter(finding => finding.code === code).length;
}
