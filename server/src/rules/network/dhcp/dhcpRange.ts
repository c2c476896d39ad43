import type { BoundElement } from '../../../binding/model.ts';
import { type IpNumber, parseIp } from '../../../schema/datatypes/ipNumber.ts';
import { isInSubnet, readSubnet, type Subnet } from '../../../workspace/subnet.ts';
import { findAttribute } from '../../../xml/query.ts';
import type { XmlAttribute } from '../../../xml/tree.ts';

/** A `<range>` with both ends, and the subnet of the `<ip>` around it. */
export interface DhcpRange {
  readonly start: XmlAttribute;
  readonly end: XmlAttribute;
  readonly first: IpNumber;
  readonly last: IpNumber;
  readonly subnet: Subnet;
}

/** What is wrong with a range; libvirt looks in this order and says the first only (`virSocketAddrGetRange`). */
export type RangeProblem = 'outside' | 'network address' | 'broadcast address' | 'too large' | 'reversed';

/** Reads a range; `undefined` while an end, or the subnet, is no valid one. */
export function readDhcpRange(element: BoundElement): DhcpRange | undefined {
  const start = findAttribute(element.xml, 'start');
  const end = findAttribute(element.xml, 'end');
  const first = start && parseIp(start.value);
  const last = end && parseIp(end.value);
  const subnet = enclosingSubnet(element);
  return start && end && first && last && subnet ? { start, end, first, last, subnet } : undefined;
}

/** The subnet of the `<ip>` that a part of its `<dhcp>` belongs to. */
export function enclosingSubnet(element: BoundElement): Subnet | undefined {
  const ip = element.parent?.parent?.xml;
  return ip && readSubnet(ip);
}

export function findRangeProblem({
  first,
  last,
  subnet,
}: Pick<DhcpRange, 'first' | 'last' | 'subnet'>): RangeProblem | undefined {
  if (!isInSubnet(subnet, first) || !isInSubnet(subnet, last)) return 'outside';
  const ipv4 = subnet.family === 'ipv4';
  if (ipv4 && first.value === subnet.first) return 'network address';
  if (ipv4 && last.value === subnet.last) return 'broadcast address';
  // Only the last 16 bits may differ, whatever lies between.
  if (first.value >> 16n !== last.value >> 16n) return 'too large';
  return last.value < first.value ? 'reversed' : undefined;
}

/** `192.168.100.1/24`, as libvirt's messages show the subnet. */
export function describeSubnet(range: DhcpRange, address: string): string {
  return `${address}/${range.subnet.prefix}`;
}
