import type { BoundElement } from '../../binding/model.ts';
import { readInterface } from '../../workspace/interfaceFacts.ts';
import type { FileFacts, PlacedValue } from '../../workspace/model.ts';
import type { RuleContext } from '../rule.ts';
import { makesMacvtap } from '../source/lowerDevice.ts';
import { domainLabel, domainsWith } from './otherDomains.ts';
import { connectionOf } from './usedNetwork.ts';

/** A macvtap interface and who else of the workspace uses its lower device. */
export interface LowerDeviceUse {
  readonly dev: PlacedValue;
  readonly mode: string;
  readonly others: readonly OtherUser[];
}

/** A macvtap interface of another domain, or a network that puts guests on the device. */
export interface OtherUser {
  readonly file: FileFacts;
  /** `domain web`, `network uplink`. */
  readonly label: string;
  readonly mode: string;
  readonly place: PlacedValue;
}

export function findLowerDeviceUse(element: BoundElement, context: RuleContext): LowerDeviceUse | undefined {
  if (!context.workspace || !makesMacvtap(context.driver)) return undefined;
  const { lowerDevice: dev, mode } = readInterface(element.xml);
  if (!dev || mode === undefined) return undefined;
  return { dev, mode, others: [...findDomains(dev.value, context), ...findNetworks(dev.value, context)] };
}

function findDomains(dev: string, context: RuleContext): readonly OtherUser[] {
  return domainsWith('lowerDevice', dev, context).flatMap(file =>
    file.interfaces.flatMap(({ lowerDevice, mode }) =>
      lowerDevice?.value === dev && mode !== undefined
        ? [{ file, label: domainLabel(file), mode, place: lowerDevice }]
        : [],
    ),
  );
}

function findNetworks(dev: string, { workspace }: RuleContext): readonly OtherUser[] {
  return (workspace?.files.filesWith('lowerDevice', dev) ?? []).flatMap(file => {
    const { network } = file;
    const place = network?.devices.find(({ value }) => value === dev);
    // nat and route name the device that packets leave by: it carries no macvtap.
    if (!network?.forward || !place || connectionOf(network) !== 'macvtap') return [];
    return [{ file, label: `network ${file.name?.value ?? ''}`, mode: network.forward, place }];
  });
}
