import type { Rule } from '../rule.ts';
import { averageAbovePeak } from './averageAbovePeak.ts';
import { empty } from './empty.ts';
import { missingAverage } from './missingAverage.ts';
import { outboundPeak } from './outboundPeak.ts';
import { zero } from './zero.ts';

/** Rules about bandwidth. */
export const bandwidthRules: readonly Rule[] = [missingAverage, zero, empty, outboundPeak, averageAbovePeak];
