import type { Rule } from '../rule.ts';
import { duplicateMac } from './duplicateMac.ts';
import { duplicateName } from './duplicateName.ts';
import { duplicateTarget } from './duplicateTarget.ts';
import { duplicateUuid } from './duplicateUuid.ts';
import { enslavedDevice } from './enslavedDevice.ts';
import { exhaustedPool } from './exhaustedPool.ts';
import { incompleteVirtualport } from './incompleteVirtualport.ts';
import { mixedModes } from './mixedModes.ts';
import { networkBridge } from './networkBridge.ts';
import { networkWithoutDevice } from './networkWithoutDevice.ts';
import { overcommittedFloor } from './overcommittedFloor.ts';
import { sharedBridge } from './sharedBridge.ts';
import { sharedHostDevice } from './sharedHostDevice.ts';
import { sharedPassthrough } from './sharedPassthrough.ts';
import { sharedSubnet } from './sharedSubnet.ts';
import { staleReservation } from './staleReservation.ts';
import { transientOnNetwork } from './transientOnNetwork.ts';
import { undefinedFilter } from './undefinedFilter.ts';
import { undefinedNetwork } from './undefinedNetwork.ts';
import { undefinedPortgroup } from './undefinedPortgroup.ts';
import { unsupportedFloor } from './unsupportedFloor.ts';
import { unsupportedIsolation } from './unsupportedIsolation.ts';
import { unsupportedVirtualport } from './unsupportedVirtualport.ts';
import { unsupportedVlan } from './unsupportedVlan.ts';
import { virtualportConflict } from './virtualportConflict.ts';

/** What only the other files of the workspace tell; silent for a document that is judged alone. */
export const workspaceRules: readonly Rule[] = [
  undefinedNetwork,
  undefinedPortgroup,
  undefinedFilter,
  virtualportConflict,
  unsupportedVirtualport,
  incompleteVirtualport,
  unsupportedFloor,
  overcommittedFloor,
  unsupportedVlan,
  networkWithoutDevice,
  unsupportedIsolation,
  transientOnNetwork,
  exhaustedPool,
  networkBridge,
  sharedBridge,
  sharedSubnet,
  duplicateName,
  duplicateUuid,
  duplicateMac,
  duplicateTarget,
  sharedHostDevice,
  sharedPassthrough,
  mixedModes,
  enslavedDevice,
  staleReservation,
];
