import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from '../../server/src/rules/finding.ts';
import { hostConditions } from '../../server/src/rules/hostOnly.ts';
import { allCodes } from '../../server/src/rules/registry.ts';
import { documentKinds } from '../../server/src/schema/catalogue.ts';
import { findLimits } from '../../server/src/schema/findLimits.ts';
import { findClaimedFindings, findFindings } from '../support/findings.ts';

/** A row of the facts table: what libvirt does with an example. */
interface Row {
  readonly id: string;
  readonly severity: string;
  /** What the example is: a whole document, or a device of a domain. */
  readonly kind: string;
  readonly bad_xml: string;
  readonly rng: Readonly<Record<string, boolean>>;
}

const FACTS = resolve('../shared/spec/rules.json');
const absence = existsSync(FACTS) ? undefined : 'skipped: the facts table (../shared/spec) is not beside this tree';
if (absence !== undefined) console.log(absence);

/** The rows, by the letters that they begin with: how many there are. */
const families: Readonly<Record<string, number>> = {
  IF: 42,
  MAC: 12,
  TGT: 10,
  VP: 33,
  MOD: 18,
  BW: 17,
  VL: 19,
  TM: 14,
  AL: 3,
  BO: 4,
  AD: 6,
  AC: 5,
  RO: 3,
  IP: 18,
  LK: 2,
  MT: 5,
  CO: 4,
  TU: 3,
  SC: 3,
  FR: 7,
  PT: 3,
  TR: 2,
  GU: 1,
  BD: 1,
  PB: 8,
  PF: 13,
  VU: 12,
  XD: 29,
  NW: 87,
  HI: 19,
};
const ids = Object.entries(families).flatMap(([prefix, count]) => numbered(prefix, count));

/** Rows that depend on the host alone: no document can tell. */
const hostOnly = new Set(hostConditions.map(({ id }) => id));

/** Rows that the catalogue covers by not declaring what they forbid. */
const undeclared: Readonly<Record<string, string>> = {
  IF042: 'startupPolicy is no attribute of a source with a PCI address',
  NW87: 'it is allowed, and right: the network says the type',
};

/** Rows that are covered, and whose example says nothing by itself. */
const silentExamples: Readonly<Record<string, string>> = {
  FR03: 'whether a filter exists is known from the other files of the workspace',
  FR07: 'the example has a filter of its own, whose variables nobody knows',
  PB07: 'it is wrong for an older libvirt than the newest',
  VL14: 'it is wrong for an older libvirt than the newest',
  MOD12: 'the machine is not written, so that nobody knows the default card',
  AD06: 'the machine is not written, so that nobody knows its chipset',
  TM07: 'what the network is made of is known from the other files of the workspace',
  NW79: 'which subnets are taken is known from the other files of the workspace',
  NW80: 'which bridges are taken is known from the other files of the workspace',
  NW81: 'which names and UUIDs are taken is known from the other files of the workspace',
  NW87: 'there is nothing to be said',
};

/** Rows about a start that fails which are warnings, because libvirt's own documents carry them and are only defined. */
const onlyDefined = new Set(['IF017', 'VP25', 'VP26']);

/** Rows about something that has no effect and is a hint or an information, because nothing is lost either. */
const losesNothing = new Set(['MOD07', 'MOD15', 'AL02']);

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
        .filter(id => Object.hasOwn(families, id.replace(/\d+$/, '')))
        .toSorted(),
    ).toEqual(ids.toSorted());
  });

  const examples = rows.filter(
    ({ id }) =>
      ids.includes(id) &&
      !hostOnly.has(id) &&
      !Object.hasOwn(silentExamples, id) &&
      // What other files must say for it stands in workspaceFacts.test.ts.
      !id.startsWith('XD'),
  );

  test.each(examples.map(row => [row.id, row] as const))(
    'the example of %s is found, with the severity of what libvirt does',
    (_id, row) => {
      const findings = findExampleFindings(row);
      const expected = row.rng['11.3'] ? ['error'] : severities[row.severity];
      const mild = losesNothing.has(row.id) ? severities['advice'] : expected;
      const allowed = onlyDefined.has(row.id) ? ['warning'] : mild;
      expect(findings.filter(({ severity }) => allowed?.includes(severity)).map(({ code }) => code)).not.toEqual([]);
    },
  );
});

/** The findings of an example; a device stands in a domain. */
function findExampleFindings({ kind, bad_xml: text }: Row): readonly Finding[] {
  switch (kind) {
    case 'domain':
      return findFindings(text);
    case 'network':
    case 'host-interface':
      return findClaimedFindings(text);
    default:
      return findFindings(
        `<domain type='kvm'>\n  <name>facts</name>\n  <devices>\n    ${text}\n  </devices>\n</domain>\n`,
      );
  }
}

/** `IP01`, `IP02` and so on; the rows about the interface have three digits. */
function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => prefix + String(index + 1).padStart(prefix === 'IF' ? 3 : 2, '0'));
}
