import type { BoundElement } from '../../binding/model.ts';
import { model } from '../../schema/domain/devices/interface/model.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute } from '../../xml/tree.ts';

/** The card that an interface asks for. */
export interface CardModel {
  /** `undefined` when no model is written. */
  readonly attribute: XmlAttribute | undefined;
  /** As libvirt spells it, when it knows the name. */
  readonly name: string | undefined;
  readonly isVirtio: boolean;
}

/** The model of an interface; `undefined` while it is half written. */
export function cardModel({ xml }: BoundElement): CardModel | undefined {
  const element = findChild(xml, 'model');
  if (!element) return { attribute: undefined, name: undefined, isVirtio: false };
  const attribute = findAttribute(element, 'type');
  if (!attribute?.closed || attribute.value === '') return undefined;
  const name = knownModel(attribute.value) ?? attribute.value;
  return { attribute, name, isVirtio: virtioModels.has(name) };
}

/** The name in libvirt's spelling; `undefined` when libvirt does not know it. Letter case is of no account to it. */
export function knownModel(name: string): string | undefined {
  const lower = name.toLowerCase();
  return knownModels().find(known => known.toLowerCase() === lower);
}

/** The names of virDomainNetModelType, which the catalogue offers. */
export function knownModels(): readonly string[] {
  const type = model.body?.().attributes?.find(attribute => attribute.name === 'type')?.type;
  return (type?.values ?? []).map(({ value }) => value);
}

const virtioModels: ReadonlySet<string> = new Set(['virtio', 'virtio-transitional', 'virtio-non-transitional']);
