import type { BoundElement } from '../../binding/model.ts';
import { findChild } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { selectedType } from '../interface/selectedType.ts';
import { type CardModel, cardModel } from '../model/cardModel.ts';

/** The `<driver>` of an interface whose card is emulated, and that card. */
export interface CardDriver {
  readonly driver: XmlElement;
  readonly card: CardModel;
  readonly type: string;
}

/** `undefined` for host devices, whose `<driver>` means something else. */
export function cardDriver(element: BoundElement): CardDriver | undefined {
  const type = selectedType(element);
  const driver = findChild(element.xml, 'driver');
  const card = cardModel(element);
  return driver && card && type !== undefined && type !== 'hostdev' ? { driver, card, type } : undefined;
}

/** The `<driver>` of a virtio card: of any other, libvirt does not even read its tuning. */
export function virtioDriver(element: BoundElement): CardDriver | undefined {
  const found = cardDriver(element);
  return found?.card.isVirtio ? found : undefined;
}

/** Types whose frames go through a tap, macvtap, vhost-user or vDPA device, which can have several queues. */
export const queueTypes: ReadonlySet<string> = new Set([
  'network',
  'bridge',
  'direct',
  'ethernet',
  'vhostuser',
  'vdpa',
]);
