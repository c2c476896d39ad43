import { parseCInteger } from '../../schema/datatypes/cInteger.ts';
import { attributeValue, findChild } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** The PCI address at which the guest sees a device. */
export interface GuestAddress {
  readonly address: XmlElement;
  readonly domain: number;
  readonly bus: number;
  readonly slot: number;
  readonly function: number;
  /** `0000:00:05.0`, as libvirt prints it. */
  readonly text: string;
}

/** Parts that are left out count as 0; all zero, or a part that is no number, counts as no address. */
export function guestAddress(device: XmlElement): GuestAddress | undefined {
  const address = findChild(device, 'address');
  if (!address || attributeValue(address, 'type') !== 'pci') return undefined;
  const part = (name: string) => parseCInteger(attributeValue(address, name) ?? '0');
  const [domain, bus, slot, fn] = [part('domain'), part('bus'), part('slot'), part('function')];
  if (domain === undefined || bus === undefined || slot === undefined || fn === undefined) return undefined;
  if (domain + bus + slot + fn === 0) return undefined;
  const text = `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${hex(fn, 1)}`;
  return { address, domain, bus, slot, function: fn, text };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
