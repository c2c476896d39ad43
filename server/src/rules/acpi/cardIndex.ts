import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import { decimalValue } from '../decimal.ts';

/** The number that ACPI tells the guest about a device. */
export interface CardIndex {
  readonly acpi: XmlElement;
  readonly attribute: XmlAttribute;
  readonly number: number;
}

/** QEMU's limit (`ONBOARD_INDEX_MAX`, hw/acpi/pcihp.c). */
export const MAX_INDEX = 16383;

/** `undefined` when a device has none, or one that libvirt refuses. */
export function cardIndex(device: XmlElement): CardIndex | undefined {
  const acpi = findChild(device, 'acpi');
  const attribute = acpi && findAttribute(acpi, 'index');
  const number = decimalValue(attribute);
  return acpi && attribute && number ? { acpi, attribute, number } : undefined;
}

/** Why a card sits on another bus than PCI, as far as the document says: its address, or its model. */
export function otherBus(device: XmlElement): string | undefined {
  const address = findChild(device, 'address');
  const bus = address && attributeValue(address, 'type');
  if (bus !== undefined) return bus === 'pci' ? undefined : bus;
  const model = findChild(device, 'model');
  return model && attributeValue(model, 'type')?.toLowerCase() === 'usb-net' ? 'usb' : undefined;
}
