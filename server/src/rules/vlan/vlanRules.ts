import type { Rule } from '../rule.ts';
import { badTrunk } from './badTrunk.ts';
import { linuxBridge } from './linuxBridge.ts';
import { misplacedId } from './misplacedId.ts';
import { nativeWithoutTrunk } from './nativeWithoutTrunk.ts';
import { repeatedTag } from './repeatedTag.ts';
import { reservedTag } from './reservedTag.ts';
import { trunkOnFunction } from './trunkOnFunction.ts';
import { twoNative } from './twoNative.ts';

/** Rules about VLAN tags. */
export const vlanRules: readonly Rule[] = [
  misplacedId,
  badTrunk,
  twoNative,
  nativeWithoutTrunk,
  repeatedTag,
  reservedTag,
  trunkOnFunction,
  linuxBridge,
];
