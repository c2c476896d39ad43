import type { Rule } from '../rule.ts';
import { deviceKind } from './deviceKind.ts';
import { duplicateOrder } from './duplicateOrder.ts';
import { mixedStyles } from './mixedStyles.ts';

/** Rules about the boot order. */
export const bootRules: readonly Rule[] = [duplicateOrder, mixedStyles, deviceKind];
