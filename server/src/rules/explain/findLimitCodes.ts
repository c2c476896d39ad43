import { documentKinds } from '../../schema/catalogue.ts';
import { findLimits } from '../../schema/findLimits.ts';
import type { CodeDescription } from '../rule.ts';
import { isDropped, noEffect, refusedLater } from '../schema/limitedUse.ts';

/** The codes that report the limits which cover rows of the facts table. */
export function findLimitCodes(ids: readonly string[]): readonly CodeDescription[] {
  const limits = findLimits(documentKinds.map(({ root }) => root));
  const covering = limits.filter(({ covers }) => covers.some(id => ids.includes(id)));
  return [...new Set(covering.map(limit => (isDropped(limit) ? noEffect : refusedLater)))];
}
