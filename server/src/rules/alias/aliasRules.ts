import type { Rule } from '../rule.ts';
import { dropped } from './dropped.ts';
import { duplicate } from './duplicate.ts';

/** Rules about names of devices. */
export const aliasRules: readonly Rule[] = [duplicate, dropped];
