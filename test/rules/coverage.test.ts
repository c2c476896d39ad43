import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Severity } from '../../server/src/rules/finding.ts';
import { hostConditions } from '../../server/src/rules/hostOnly.ts';
import { allCodes } from '../../server/src/rules/registry.ts';
import { documentKinds } from '../../server/src/schema/catalogue.ts';
import { findLimits } from '../../server/src/schema/findLimits.ts';
import { findFindings } from '../support/findings.ts';

/** A row of the facts table: what libvirt does with an example. */
interface Row {
  readonly id: string;
  readonly severity: string;
  readonly bad_xml: string;
  readonly rng: Readonly<Record<string, boolean>>;
}

const FACTS = resolve('../shared/spec/rules.json');
const absence = existsSync(FACTS) ? undefined : 'skipped: the facts table (../shared/spec) is not beside this tree';
if (absence !== undefined) console.log(absence);

/** Rows about the interface, its MAC address, its device on the host and its virtual port. */
const ids = [...numbered('IF0', 42), ...numbered('MAC', 12), ...numbered('TGT', 10), ...numbered('VP', 33)];

/** Rows that depend on the host alone: no document can tell. */
const hostOnly = new Set(hostConditions.map(({ id }) => id));

/** Rows that the catalogue covers by not declaring what they forbid. */
const undeclared: Readonly<Record<string, string>> = {
  IF042: 'startupPolicy is no attribute of a source with a PCI address',
};

/** Rows about a start that fails which are warnings, because libvirt's own documents carry them and are only defined. */
const onlyDefined = new Set(['IF017', 'VP25', 'VP26']);

/** What each stage at which libvirt notices a mistake may be called. */
const severities: Readonly<Record<string, readonly Severity[]>> = {
  parse: ['error'],
  validate: ['error'],
  'define-qemu': ['error'],
  start: ['error'],
  'rng-only': ['error'],
  'no-effect': ['warning', 'error'],
  advice: ['warning', 'information', 'hint'],
};

describe('the facts table', () => {
  const covered = new Set([
    ...allCodes.flatMap(({ covers }) => covers),
    ...findLimits(documentKinds.map(({ root }) => root)).flatMap(({ covers }) => covers),
  ]);

  test.each(ids)('%s is covered by a rule or the catalogue, or depends on the host', id => {
    expect(covered.has(id) || hostOnly.has(id) || Object.hasOwn(undeclared, id)).toBe(true);
  });

  const rows: readonly Row[] = absence === undefined ? JSON.parse(readFileSync(FACTS, 'utf8')) : [];

  test.skipIf(absence !== undefined)('has these rows and no others', () => {
    expect(
      rows
        .map(({ id }) => id)
        .filter(id => /^(IF|MAC|TGT|VP)\d/.test(id))
        .toSorted(),
    ).toEqual(ids.toSorted());
  });

  test.each(rows.filter(({ id }) => ids.includes(id) && !hostOnly.has(id)).map(row => [row.id, row] as const))(
    'the example of %s is found, with the severity of what libvirt does',
    (_id, row) => {
      const findings = findFindings(
        `<domain type='kvm'>\n  <name>facts</name>\n  <devices>\n    ${row.bad_xml}\n  </devices>\n</domain>\n`,
      );
      const expected = row.rng['11.3'] ? ['error'] : severities[row.severity];
      const allowed = onlyDefined.has(row.id) ? ['warning'] : expected;
      expect(findings.filter(({ severity }) => allowed?.includes(severity)).map(({ code }) => code)).not.toEqual([]);
    },
  );
});

function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, '0')}`);
}
