import type { Documentation } from '../documentation.ts';
import type { Limit } from '../limit.ts';

/** One of the values that an enumeration lists, or that is worth offering for an open type. */
export interface ValueDeclaration {
  readonly value: string;
  readonly documentation: Documentation;
  /** Set when libvirt's schema lets this value pass here although it does nothing, or fails later. */
  readonly limit?: Limit;
}

/** The type of an attribute's value or an element's text. Checks see the decoded value. */
export interface Datatype {
  /** Noun phrase for hovers and messages: `integer from 0 to 255`, `UUID`. */
  readonly label: string;
  /** What completion offers, most used first. */
  readonly values?: readonly ValueDeclaration[];
  /** Values that pass as well and are not offered: outdated ones, and those with a `limit`. */
  readonly unlisted?: readonly ValueDeclaration[];
  /** Which generator makes a fresh value. */
  readonly generate?: 'uuid' | 'mac';
  readonly check: (value: string) => ValueProblem | undefined;
}

/** Why a value is refused. Each code has a page in docs/rules/. */
export type ValueCode =
  | 'value/not-allowed'
  | 'value/not-a-number'
  | 'value/out-of-range'
  | 'value/bad-uuid'
  | 'value/bad-mac'
  | 'value/multicast-mac'
  | 'value/bad-ip'
  | 'value/bad-pci-address'
  | 'value/too-long'
  | 'value/bad-format';

export interface ValueProblem {
  readonly code: ValueCode;
  /** What is wrong with it and what may stand here; continues "`attribute` …", without a full stop: `is no UUID: write 32 hex digits as 8-4-4-4-12`. */
  readonly message: string;
  /** Values that would be right, best first; the first is a safe guess only if `confident`. */
  readonly replacements?: readonly string[];
  readonly confident?: true;
}
