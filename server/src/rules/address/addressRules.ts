import type { Rule } from '../rule.ts';
import { badPart } from './badPart.ts';
import { duplicate } from './duplicate.ts';
import { missingBus } from './missingBus.ts';
import { reserved } from './reserved.ts';

/** Rules about the PCI addresses that the guest sees. */
export const addressRules: readonly Rule[] = [badPart, duplicate, reserved, missingBus];
