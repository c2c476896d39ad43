import { parseCInteger } from '../schema/datatypes/cInteger.ts';
import { attributeValue } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';

/**
 * The address of a PCI device of the host as lspci writes it, `0000:05:07.1`, however its numbers are written.
 * `undefined` when a number is none, or when all are zero, which libvirt takes for no address.
 */
export function readPciAddress(address: XmlElement): string | undefined {
  const [domain, bus, slot, fn] = ['domain', 'bus', 'slot', 'function'].map(name =>
    parseCInteger(attributeValue(address, name) ?? '0'),
  );
  if (domain === undefined || bus === undefined || slot === undefined || fn === undefined) return undefined;
  if (domain + bus + slot + fn === 0) return undefined;
  return `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${hex(fn, 1)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
