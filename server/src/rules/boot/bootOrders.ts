import { maxUnsignedInt } from '../../schema/datatypes/integer.ts';
import { childElements, findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import { decimalValue } from '../decimal.ts';

/** Devices whose place in the boot order libvirt reads (`VIR_DOMAIN_DEF_PARSE_ALLOW_BOOT`). */
const bootable = new Set(['disk', 'interface', 'hostdev', 'redirdev']);

export interface BootOrder {
  readonly boot: XmlElement;
  readonly order: XmlAttribute;
  readonly number: number;
}

/** The places in the boot order that the devices of a domain have, in document order. */
export function bootOrders(devices: XmlElement): readonly BootOrder[] {
  return childElements(devices).flatMap(device => {
    const boot = bootable.has(device.name) ? findChild(device, 'boot') : undefined;
    const order = boot && findAttribute(boot, 'order');
    const number = decimalValue(order);
    // What is beyond the range is a wrong value, and no place that another device could be compared with.
    return boot && order && number && number <= maxUnsignedInt ? [{ boot, order, number }] : [];
  });
}

/** The first place from `from` on that no device has. */
export function freeOrder(orders: readonly BootOrder[], from: number): number {
  const taken = new Set(orders.map(({ number }) => number));
  let free = from;
  while (taken.has(free)) free++;
  return free;
}
