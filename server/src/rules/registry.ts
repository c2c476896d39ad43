import { acpiRules } from './acpi/acpiRules.ts';
import { addressRules } from './address/addressRules.ts';
import { aliasRules } from './alias/aliasRules.ts';
import { bandwidthRules } from './bandwidth/bandwidthRules.ts';
import { bootRules } from './boot/bootRules.ts';
import { unusedSuppression } from './control/unusedSuppression.ts';
import { driverRules } from './driver/driverRules.ts';
import { hostRules } from './host/hostRules.ts';
import { noEffect as noEffectForHypervisor } from './hypervisor/noEffect.ts';
import { duplicateHostDevice } from './interface/duplicateHostDevice.ts';
import { hostdevDriver } from './interface/hostdevDriver.ts';
import { missingType as missingInterfaceType } from './interface/missingType.ts';
import { partRules } from './interface/partRules.ts';
import { unsupportedType } from './interface/unsupportedType.ts';
import { virtioOnlyModel } from './interface/virtioOnlyModel.ts';
import { allZero } from './mac/allZero.ts';
import { duplicate } from './mac/duplicate.ts';
import { hostPrefix } from './mac/hostPrefix.ts';
import { vendorPrefix } from './mac/vendorPrefix.ts';
import { modelRules } from './model/modelRules.ts';
import { networkRules } from './network/networkRules.ts';
import { emptyFile } from './rom/emptyFile.ts';
import type { CodeDescription, Rule } from './rule.ts';
import { schemaRules } from './schema/schemaRules.ts';
import { valueCodes } from './schema/valueCodes.ts';
import { ethernetSource } from './source/ethernetSource.ts';
import { missingMode } from './source/missingMode.ts';
import { mixedModes } from './source/mixedModes.ts';
import { notMulticast } from './source/notMulticast.ts';
import { sharedPassthrough } from './source/sharedPassthrough.ts';
import { vlanNeedsPassthrough } from './source/vlanNeedsPassthrough.ts';
import { wirelessDevice } from './source/wirelessDevice.ts';
import { zeroPciAddress } from './source/zeroPciAddress.ts';
import { zeroPort } from './source/zeroPort.ts';
import { syntaxCodes } from './syntax/syntaxCodes.ts';
import { duplicateName } from './target/duplicateName.ts';
import { nameTooLong } from './target/nameTooLong.ts';
import { reservedName } from './target/reservedName.ts';
import { unmanaged } from './target/unmanaged.ts';
import { teamingRules } from './teaming/teamingRules.ts';
import { newerThanTarget } from './version/newerThanTarget.ts';
import { extraParameter } from './virtualport/extraParameter.ts';
import { incompleteOnNetwork } from './virtualport/incompleteOnNetwork.ts';
import { misplacedParameter } from './virtualport/misplacedParameter.ts';
import { missingParameter } from './virtualport/missingParameter.ts';
import { missingType } from './virtualport/missingType.ts';
import { mixedParameters } from './virtualport/mixedParameters.ts';
import { modeNotVepa } from './virtualport/modeNotVepa.ts';
import { notAVlanDevice } from './virtualport/notAVlanDevice.ts';
import { octalNumber } from './virtualport/octalNumber.ts';
import { reservedManager } from './virtualport/reservedManager.ts';
import { unescapedProfile } from './virtualport/unescapedProfile.ts';
import { unsupportedFilter } from './virtualport/unsupportedFilter.ts';
import { unsupportedIsolation } from './virtualport/unsupportedIsolation.ts';
import { unsupportedVlan } from './virtualport/unsupportedVlan.ts';
import { vlanOnHostdev } from './virtualport/vlanOnHostdev.ts';
import { wrongInterfaceType } from './virtualport/wrongInterfaceType.ts';
import { vlanRules } from './vlan/vlanRules.ts';
import { workspaceRules } from './workspace/workspaceRules.ts';

/** Every rule: what the catalogue declares first, then what libvirt means beyond it. */
export const allRules: readonly Rule[] = [
  ...schemaRules,
  newerThanTarget,
  noEffectForHypervisor,
  missingInterfaceType,
  unsupportedType,
  virtioOnlyModel,
  hostdevDriver,
  duplicateHostDevice,
  ethernetSource,
  missingMode,
  mixedModes,
  sharedPassthrough,
  vlanNeedsPassthrough,
  wirelessDevice,
  notMulticast,
  zeroPort,
  zeroPciAddress,
  allZero,
  duplicate,
  vendorPrefix,
  hostPrefix,
  ...modelRules,
  ...driverRules,
  reservedName,
  nameTooLong,
  duplicateName,
  unmanaged,
  missingType,
  missingParameter,
  incompleteOnNetwork,
  mixedParameters,
  extraParameter,
  misplacedParameter,
  wrongInterfaceType,
  vlanOnHostdev,
  unsupportedVlan,
  unsupportedFilter,
  unsupportedIsolation,
  modeNotVepa,
  notAVlanDevice,
  reservedManager,
  octalNumber,
  unescapedProfile,
  ...bandwidthRules,
  ...vlanRules,
  ...teamingRules,
  ...aliasRules,
  ...bootRules,
  ...addressRules,
  ...acpiRules,
  emptyFile,
  ...partRules,
  ...workspaceRules,
  ...networkRules,
  ...hostRules,
];

/** Every code that a finding can have; each has a page in docs/rules/. */
export const allCodes: readonly CodeDescription[] = [...syntaxCodes, ...valueCodes, ...allRules, unusedSuppression];
