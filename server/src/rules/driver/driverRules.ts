import type { Rule } from '../rule.ts';
import { hashWithoutRss } from './hashWithoutRss.ts';
import { hostOffload } from './hostOffload.ts';
import { notVirtio } from './notVirtio.ts';
import { queueSize } from './queueSize.ts';
import { singleQueue } from './singleQueue.ts';
import { unsupportedQueues } from './unsupportedQueues.ts';
import { virtioOption } from './virtioOption.ts';
import { wrongBackend } from './wrongBackend.ts';

/** Rules about the tuning of a card. */
export const driverRules: readonly Rule[] = [
  wrongBackend,
  notVirtio,
  virtioOption,
  unsupportedQueues,
  singleQueue,
  queueSize,
  hashWithoutRss,
  hostOffload,
];
