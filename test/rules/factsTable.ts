import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A row of the facts table: what libvirt does with an example. */
export interface FactsRow {
  readonly id: string;
  readonly condition: string;
  /** The stage at which libvirt notices, or `no-effect` or `advice`. */
  readonly severity: string;
  /** What the example is: a whole document, or devices of a domain. */
  readonly kind: 'domain-devices-fragment' | 'domain' | 'network' | 'host-interface';
  readonly bad_xml: string;
  /** What the code of libvirt prints, with `%1$s` for the arguments. */
  readonly message: string;
  /** What each run of libvirt made of the example, by the name of the run: `net11` is the network driver of 11.3.0. */
  readonly observed: Readonly<Record<string, { readonly verdict: string; readonly message: string }>>;
  /** Whether the schema of a release refuses the example. */
  readonly rng: Readonly<Record<string, boolean>>;
}

/** Rows about one topic; their ids begin with the same letters. */
export interface FactsFamily {
  readonly prefix: string;
  readonly topic: string;
  readonly count: number;
}

export const factsFamilies: readonly FactsFamily[] = [
  { prefix: 'IF', topic: 'Interface: type and source', count: 42 },
  { prefix: 'MAC', topic: 'Interface: MAC address', count: 12 },
  { prefix: 'MOD', topic: 'Interface: card and its driver', count: 18 },
  { prefix: 'TGT', topic: 'Interface: device on the host', count: 10 },
  { prefix: 'VP', topic: 'Interface: virtual port', count: 33 },
  { prefix: 'BW', topic: 'Interface: bandwidth', count: 17 },
  { prefix: 'VL', topic: 'Interface: VLAN', count: 19 },
  { prefix: 'TM', topic: 'Interface: team', count: 14 },
  { prefix: 'AL', topic: 'Interface: alias', count: 3 },
  { prefix: 'BO', topic: 'Interface: boot order', count: 4 },
  { prefix: 'AD', topic: 'Interface: address in the guest', count: 6 },
  { prefix: 'AC', topic: 'Interface: ACPI index', count: 5 },
  { prefix: 'RO', topic: 'Interface: boot ROM', count: 3 },
  { prefix: 'IP', topic: 'Interface: IP addresses and routes', count: 18 },
  { prefix: 'LK', topic: 'Interface: link state', count: 2 },
  { prefix: 'MT', topic: 'Interface: MTU', count: 5 },
  { prefix: 'CO', topic: 'Interface: coalescing', count: 4 },
  { prefix: 'TU', topic: 'Interface: tuning', count: 3 },
  { prefix: 'SC', topic: 'Interface: scripts', count: 3 },
  { prefix: 'FR', topic: 'Interface: filters', count: 7 },
  { prefix: 'PT', topic: 'Interface: isolated port', count: 3 },
  { prefix: 'TR', topic: 'Interface: trusted receive filters', count: 2 },
  { prefix: 'GU', topic: 'Interface: device in the guest', count: 1 },
  { prefix: 'BD', topic: 'Interface: driver domain', count: 1 },
  { prefix: 'PB', topic: 'Interface: back end', count: 8 },
  { prefix: 'PF', topic: 'Interface: forwarded ports', count: 13 },
  { prefix: 'VU', topic: 'Interface: vhost-user', count: 12 },
  { prefix: 'NW', topic: 'Network', count: 87 },
  { prefix: 'HI', topic: 'Interface of the host', count: 19 },
  { prefix: 'XD', topic: 'Across files', count: 29 },
];

/** `IP01`, `IP02` and so on; the rows about the interface have three digits. */
export function listFactsIds({ prefix, count }: FactsFamily): readonly string[] {
  return Array.from({ length: count }, (_, index) => prefix + String(index + 1).padStart(prefix === 'IF' ? 3 : 2, '0'));
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
