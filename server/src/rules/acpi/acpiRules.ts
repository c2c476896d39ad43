import type { Rule } from '../rule.ts';
import { duplicateIndex } from './duplicateIndex.ts';
import { indexTooLarge } from './indexTooLarge.ts';
import { notPci } from './notPci.ts';
import { withoutAcpi } from './withoutAcpi.ts';

/** Rules about the numbers that ACPI tells the guest. */
export const acpiRules: readonly Rule[] = [notPci, indexTooLarge, duplicateIndex, withoutAcpi];
