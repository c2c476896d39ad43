import type { BoundElement } from '../../binding/model.ts';
import type { Driver } from '../../schema/documentation.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute } from '../../xml/tree.ts';

/** The MAC address of an interface, when one is written as libvirt's schema wants it. */
export interface MacAddress {
  readonly attribute: XmlAttribute;
  /** In lower case. */
  readonly value: string;
}

export function macAddress(element: BoundElement): MacAddress | undefined {
  const mac = findChild(element.xml, 'mac');
  const attribute = mac && findAttribute(mac, 'address');
  return attribute && /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i.test(attribute.value)
    ? { attribute, value: attribute.value.toLowerCase() }
    : undefined;
}

/** libvirt replaces this address by a random one, so that it stands for "none given". */
export const ZERO_MAC = '00:00:00:00:00:00';

/** The three octets under which libvirt's drivers generate addresses; QEMU's for those that have none of their own. */
export function macPrefix(driver: Driver): string {
  switch (driver) {
    case 'xen':
      return '00:16:3e';
    case 'vbox':
      return '08:00:27';
    case 'esx':
      return '00:0c:29';
    case 'vz':
      return '42:1c:00';
    default:
      return '52:54:00';
  }
}
