import { describe, expect, test } from 'vitest';
import { findLimitCodes } from '../../server/src/rules/explain/findLimitCodes.ts';
import type { Finding, Severity } from '../../server/src/rules/finding.ts';
import { hostConditions } from '../../server/src/rules/hostOnly.ts';
import { allCodes } from '../../server/src/rules/registry.ts';
import { applyFix, findClaimedFindings, findFindings, testGenerator } from '../support/findings.ts';
import { hidden, losesNothing, notCovered, onlyDefined, reportedAs, silentExamples } from './arguedRows.ts';
import { type FactsRow, factsAbsence, factsFamilies, listFactsIds, readFactsTable } from './factsTable.ts';

if (factsAbsence !== undefined) console.log(factsAbsence);

const ids = factsFamilies.flatMap(listFactsIds);
const rows = readFactsTable();

/** Rows that depend on the host alone: no document can tell. */
const hostOnly = new Set(hostConditions.map(({ id }) => id));

/** The codes that cover a row, by a rule or by a limit that the catalogue declares. */
const codes = new Map(
  ids.map(id => [
    id,
    [...allCodes.filter(({ covers }) => covers.includes(id)), ...findLimitCodes([id])].map(({ code }) => code),
  ]),
);

/** What each stage at which libvirt notices a mistake may be called. */
const severities: Readonly<Record<string, readonly Severity[]>> = {
  parse: ['error'],
  validate: ['error'],
  'define-qemu': ['error'],
  'define-network': ['error'],
  start: ['error'],
  'rng-only': ['error'],
  'no-effect': ['warning', 'error'],
  advice: ['warning', 'information', 'hint'],
};

/** Rows whose example is wrong by itself; what other files must say for those of XD is in workspaceFacts.test.ts. */
const examples = rows
  .filter(({ id }) => !hostOnly.has(id) && !(id in notCovered) && !(id in silentExamples) && !id.startsWith('XD'))
  .map(row => [row.id, row] as const);

describe('the facts table', () => {
  test.each(ids)('%s is covered by a code, or depends on the host, or is argued', id => {
    const reasons = [codes.get(id)?.length !== 0, hostOnly.has(id), id in notCovered];
    expect(reasons.filter(Boolean)).toHaveLength(1);
  });

  test.skipIf(factsAbsence !== undefined)('has these rows and no others', () => {
    expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    console.log(countByFamily());
  });

  test.each(examples)(
    'the example of %s is found, by a code that covers it, with the severity of what libvirt does',
    (id, row) => {
      const [text, start] = exampleOf(row);
      const expected = id in reportedAs ? [reportedAs[id]] : (codes.get(id) ?? []);
      const found = findIn(row, text).filter(({ code }) => expected.includes(code));
      expect(found.filter(({ severity }) => allowedFor(row).includes(severity))).not.toEqual([]);
      for (const { range } of found) {
        expect(range.end).toBeGreaterThan(range.start);
        expect(range.start).toBeGreaterThanOrEqual(start);
        expect(range.end).toBeLessThanOrEqual(start + row.bad_xml.length);
      }
    },
  );

  test.each(examples)('in the example of %s each preferred fix mends its finding and brings no other', (id, row) => {
    const [text] = exampleOf(row);
    const before = findIn(row, text);
    const brought = before.flatMap(finding => {
      const fix = finding.fixes?.(testGenerator).find(({ preferred }) => preferred);
      if (!fix) return [];
      const after = findIn(row, applyFix(text, fix));
      expect(countOf(after, finding.code)).toBeLessThan(countOf(before, finding.code));
      return after.map(({ code }) => code).filter(code => countOf(after, code) > countOf(before, code));
    });
    expect(brought).toEqual(hidden[id] ?? []);
  });
});

/** The document of an example, and where in it the example starts. */
function exampleOf({ kind, bad_xml: text }: FactsRow): readonly [text: string, start: number] {
  if (kind !== 'domain-devices-fragment') return [text, 0];
  const start = "<domain type='kvm'>\n  <name>facts</name>\n  <devices>\n    ";
  return [`${start}${text}\n  </devices>\n</domain>\n`, start.length];
}

/** Networks and interfaces of the host may lack what they are recognized by, so they are said to be libvirt's. */
function findIn({ kind }: FactsRow, text: string): readonly Finding[] {
  return kind === 'network' || kind === 'host-interface' ? findClaimedFindings(text) : findFindings(text);
}

function allowedFor({ id, severity, rng }: FactsRow): readonly Severity[] {
  if (onlyDefined.has(id)) return ['warning'];
  if (losesNothing.has(id)) return severities['advice'] ?? [];
  return rng['11.3'] ? ['error'] : (severities[severity] ?? []);
}

function countOf(findings: readonly Finding[], code: string): number {
  return findings.filter(finding => finding.code === code).length;
}

function countByFamily(): string {
  const lines = factsFamilies.map(family => {
    const own = listFactsIds(family);
    const covered = own.filter(id => codes.get(id)?.length !== 0).length;
    const host = own.filter(id => hostOnly.has(id)).length;
    return `${family.prefix.padStart(5)}: ${covered} of ${own.length} covered, ${host} on the host alone`;
  });
  return ['Rows of the facts table:', ...lines].join('\n');
}
