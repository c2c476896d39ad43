import type { Severity } from '../rules/finding.ts';
import type { CheckedFile } from './checkedFile.ts';

/** Turns what was found into text, piece by piece, so that nothing has to be kept until the end. */
export interface Report {
  readonly begin: () => string;
  readonly file: (checked: CheckedFile) => string;
  readonly end: (summary: Summary) => string;
}

/** What a run found in all its files. */
export interface Summary {
  /** Files that were checked. */
  readonly checked: number;
  /** Files that are no libvirt documents. */
  readonly foreign: readonly string[];
  readonly unreadable: number;
  readonly counts: Readonly<Record<Severity, number>>;
}
