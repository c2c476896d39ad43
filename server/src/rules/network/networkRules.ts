import type { Rule } from '../rule.ts';
import { badNetmask } from './badNetmask.ts';
import { badHostName } from './dhcp/badHostName.ts';
import { badRange as dhcpBadRange } from './dhcp/badRange.ts';
import { duplicateHost } from './dhcp/duplicateHost.ts';
import { hostOutsideSubnet } from './dhcp/hostOutsideSubnet.ts';
import { macAndId } from './dhcp/macAndId.ts';
import { macForIpv6 } from './dhcp/macForIpv6.ts';
import { missingIdentity } from './dhcp/missingIdentity.ts';
import { ownAddress } from './dhcp/ownAddress.ts';
import { severalSections } from './dhcp/severalSections.ts';
import { shortLease } from './dhcp/shortLease.ts';
import { emptyForwarder } from './dns/emptyForwarder.ts';
import { serviceWithoutTarget } from './dns/serviceWithoutTarget.ts';
import { familyMismatch } from './familyMismatch.ts';
import { badRange as forwardBadRange } from './forward/badRange.ts';
import { bridgeAndDevice } from './forward/bridgeAndDevice.ts';
import { conflictingDevice } from './forward/conflictingDevice.ts';
import { duplicateDevice } from './forward/duplicateDevice.ts';
import { listedFunction } from './forward/listedFunction.ts';
import { missingAddress } from './forward/missingAddress.ts';
import { missingDevice } from './forward/missingDevice.ts';
import { mixedPool } from './forward/mixedPool.ts';
import { modeNone } from './forward/modeNone.ts';
import { namedHostDevice } from './forward/namedHostDevice.ts';
import { repeatedPart } from './forward/repeatedPart.ts';
import { severalDevices } from './forward/severalDevices.ts';
import { guestsCannotStart } from './guestsCannotStart.ts';
import { ipv6Netmask } from './ipv6Netmask.ts';
import { localPtrPrefix } from './localPtrPrefix.ts';
import { longBridgeName } from './longBridgeName.ts';
import { longPrefix } from './longPrefix.ts';
import { notForMode } from './notForMode.ts';
import { octalNumber } from './octalNumber.ts';
import { duplicateName as portgroupDuplicateName } from './portgroup/duplicateName.ts';
import { severalDefaults } from './portgroup/severalDefaults.ts';
import { prefixAndNetmask } from './prefixAndNetmask.ts';
import { registerNeedsLocal } from './registerNeedsLocal.ts';
import { sharedPortId } from './sharedPortId.ts';
import { unreachableGateway } from './unreachableGateway.ts';

/** What libvirt means about networks beyond the catalogue. */
export const networkRules: readonly Rule[] = [
  badNetmask,
  badHostName,
  dhcpBadRange,
  duplicateHost,
  hostOutsideSubnet,
  macAndId,
  macForIpv6,
  ownAddress,
  severalSections,
  shortLease,
  missingIdentity,
  emptyForwarder,
  serviceWithoutTarget,
  familyMismatch,
  forwardBadRange,
  bridgeAndDevice,
  conflictingDevice,
  duplicateDevice,
  listedFunction,
  mixedPool,
  modeNone,
  namedHostDevice,
  missingAddress,
  missingDevice,
  repeatedPart,
  severalDevices,
  guestsCannotStart,
  ipv6Netmask,
  localPtrPrefix,
  longBridgeName,
  longPrefix,
  notForMode,
  octalNumber,
  portgroupDuplicateName,
  severalDefaults,
  prefixAndNetmask,
  registerNeedsLocal,
  sharedPortId,
  unreachableGateway,
];
