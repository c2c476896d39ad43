import { unusedSource } from '../backend/unusedSource.ts';
import { vhostNotVirtio } from '../backend/vhostNotVirtio.ts';
import { badParameter } from '../filterref/badParameter.ts';
import { missingVariable } from '../filterref/missingVariable.ts';
import { hostSide } from '../ip/hostSide.ts';
import { needsPasst as ipNeedsPasst } from '../ip/needsPasst.ts';
import { netmask as ipNetmask } from '../ip/netmask.ts';
import { prefixTooLong } from '../ip/prefixTooLong.ts';
import { repeatedFamily } from '../ip/repeatedFamily.ts';
import { unknownFamily } from '../ip/unknownFamily.ts';
import { unsupportedPeer } from '../ip/unsupportedPeer.ts';
import { unsupportedPrefix } from '../ip/unsupportedPrefix.ts';
import { wrongFamily as ipWrongFamily } from '../ip/wrongFamily.ts';
import { needsPasst as mtuNeedsPasst } from '../mtu/needsPasst.ts';
import { unsupportedSize } from '../mtu/unsupportedSize.ts';
import { zero } from '../mtu/zero.ts';
import { beyondLastPort } from '../portForward/beyondLastPort.ts';
import { excludedTarget } from '../portForward/excludedTarget.ts';
import { needsPasst as portForwardNeedsPasst } from '../portForward/needsPasst.ts';
import { overlap } from '../portForward/overlap.ts';
import { reversedRange } from '../portForward/reversedRange.ts';
import { netmask as routeNetmask } from '../route/netmask.ts';
import { notANetwork } from '../route/notANetwork.ts';
import { wrongFamily as routeWrongFamily } from '../route/wrongFamily.ts';
import { zeroMetric } from '../route/zeroMetric.ts';
import type { Rule } from '../rule.ts';
import { empty } from '../script/empty.ts';
import { noEffect } from '../trust/noEffect.ts';
import { missingPath } from '../vhostuser/missingPath.ts';
import { olderLibvirt } from '../vhostuser/olderLibvirt.ts';
import { passtQueues } from '../vhostuser/passtQueues.ts';
import { passtSource } from '../vhostuser/passtSource.ts';
import { serverMode } from '../vhostuser/serverMode.ts';
import { serverReconnect } from '../vhostuser/serverReconnect.ts';
import { sharedMemory } from '../vhostuser/sharedMemory.ts';

/** What libvirt means about addresses, routes, MTU, filters, back ends and forwarded ports of an interface. */
export const partRules: readonly Rule[] = [
  ipWrongFamily,
  unknownFamily,
  prefixTooLong,
  repeatedFamily,
  unsupportedPrefix,
  unsupportedPeer,
  ipNeedsPasst,
  hostSide,
  ipNetmask,
  routeWrongFamily,
  notANetwork,
  routeNetmask,
  zeroMetric,
  zero,
  unsupportedSize,
  mtuNeedsPasst,
  empty,
  badParameter,
  missingVariable,
  noEffect,
  unusedSource,
  vhostNotVirtio,
  portForwardNeedsPasst,
  reversedRange,
  beyondLastPort,
  overlap,
  excludedTarget,
  missingPath,
  olderLibvirt,
  serverReconnect,
  sharedMemory,
  passtSource,
  passtQueues,
  serverMode,
];
