import type { Rule } from '../rule.ts';
import { differentMac } from './differentMac.ts';
import { hostDevice } from './hostDevice.ts';
import { missingAlias } from './missingAlias.ts';
import { missingPartner } from './missingPartner.ts';
import { missingType } from './missingType.ts';
import { notVirtio } from './notVirtio.ts';
import { unknownPartner } from './unknownPartner.ts';

/** Rules about teams of a virtio card and a host device. */
export const teamingRules: readonly Rule[] = [
  missingType,
  missingPartner,
  notVirtio,
  unknownPartner,
  missingAlias,
  differentMac,
  hostDevice,
];
