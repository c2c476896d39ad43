import type { Rule } from '../rule.ts';
import { letterCase } from './letterCase.ts';
import { missing } from './missing.ts';
import { unknown } from './unknown.ts';

/** Rules about the card of an interface. */
export const modelRules: readonly Rule[] = [unknown, letterCase, missing];
