import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A row of the facts table: what libvirt does with an example. */
export interface FactsRow {
  readonly id: string;
  readonly condition: string;
  /** The stage at which libvirt notices, or `no-effect` or `advice`. */
  readonly severity: string;
  readonly kind: 'domain-devices-fragment' | 'domain' | 'network' | 'host-interface';
  readonly bad_xml: string;
  /** Whether the schema of a release refuses the example. */
  readonly rng: Readonly<Record<string, boolean>>;
}

const FILE = resolve('../shared/spec/rules.json');

/** Why the table cannot be read here, in one line; `undefined` when it can. */
export const factsAbsence: string | undefined = existsSync(FILE)
  ? undefined
  : 'skipped: the facts table (../shared/spec) is not beside this tree';

/** The rows; none where the table is absent. */
export function readFactsTable(): readonly FactsRow[] {
  return factsAbsence === undefined ? JSON.parse(readFileSync(FILE, 'utf8')) : [];
}
