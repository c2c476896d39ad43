import type { BoundElement } from '../../binding/model.ts';
import { readInterface } from '../../workspace/interfaceFacts.ts';
import type { FileFacts, PlacedValue } from '../../workspace/model.ts';
import { insertAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { makesMacvtap } from '../source/lowerDevice.ts';
import { domainLabel, domainsWith } from './otherDomains.ts';
import { connectionOf } from './usedNetwork.ts';

export const macvtapModes = ['passthrough', 'vepa', 'bridge', 'private'] as const;

export type MacvtapMode = (typeof macvtapModes)[number];

/** The lower device of a macvtap interface, and how it is used there. */
export interface LowerDevice {
  readonly dev: PlacedValue;
  readonly mode: MacvtapMode;
}

/** A macvtap interface of another domain on the device, or a network that puts guests on it. */
export interface OtherUser {
  readonly file: FileFacts;
  /** `domain web`, `network uplink`. */
  readonly label: string;
  readonly mode: MacvtapMode;
  readonly place: PlacedValue;
}

/** The lower device of an interface, where there are other files to compare it with. */
export function findLowerDevice(
  element: BoundElement,
  { workspace, driver }: Pick<RuleContext, 'workspace' | 'driver'>,
): LowerDevice | undefined {
  if (!workspace || !makesMacvtap(driver)) return undefined;
  const { lowerDevice: dev, mode: written } = readInterface(element.xml);
  const mode = macvtapModes.find(known => known === written);
  return dev && mode && { dev, mode };
}

/** The first that uses a lower device in one of these modes; there may be thousands. */
export function findOtherUser(
  { value: dev }: PlacedValue,
  modes: readonly MacvtapMode[],
  context: RuleContext,
): OtherUser | undefined {
  for (const mode of modes) {
    for (const file of domainsWith('macvtap', `${mode} ${dev}`, context)) {
      const user = file.interfaces.find(facts => facts.mode === mode && facts.lowerDevice?.value === dev);
      if (user?.lowerDevice) return { file, label: domainLabel(file), mode, place: user.lowerDevice };
    }
    const network = findNetwork(dev, mode, context);
    if (network) return network;
  }
  return undefined;
}

function findNetwork(dev: string, mode: MacvtapMode, { workspace }: RuleContext): OtherUser | undefined {
  for (const file of workspace?.files.filesWith('macvtap', `${mode} ${dev}`) ?? []) {
    const place = file.network?.devices.find(({ value }) => value === dev);
    if (file.network && place && connectionOf(file.network) === 'macvtap') {
      return { file, label: `network ${file.name?.value ?? ''}`, mode, place };
    }
  }
  return undefined;
}

/** Puts the interface into the mode of the other user. */
export function setMode(document: XmlDocument, { xml }: BoundElement, mode: MacvtapMode): readonly Fix[] {
  const source = findChild(xml, 'source');
  const written = source && findAttribute(source, 'mode');
  if (!source) return [];
  return [
    {
      title: `Set mode='${mode}' here as well`,
      edits: written ? replaceValue(document, written, mode) : insertAttribute(document, source, 'mode', mode),
    },
  ];
}
