import { bitsOf, formatIp, type IpNumber, parseIp } from '../schema/datatypes/ipNumber.ts';
import { attributeValue } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { PlacedValue } from './model.ts';
import { placedAttribute } from './placed.ts';

/** The subnet of an `<ip>`. */
export interface Subnet {
  readonly family: IpNumber['family'];
  readonly address: IpNumber;
  readonly prefix: number;
  /** The network address. */
  readonly first: bigint;
  /** The broadcast address, or the last one for IPv6. */
  readonly last: bigint;
}

/** Reads the subnet of an `<ip>`; `undefined` when address, netmask or prefix are no valid ones. */
export function readSubnet(ip: XmlElement): Subnet | undefined {
  const address = parseIp(attributeValue(ip, 'address') ?? '');
  const prefix = address && prefixOf(ip, address);
  if (!address || prefix === undefined) return undefined;
  const bits = bitsOf(address.family);
  if (prefix > bits) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const first = (address.value / size) * size;
  return { family: address.family, address, prefix, first, last: first + size - 1n };
}

/** The IPv4 subnet of an `<ip>` as `192.168.122.0/24`, at its address; none for IPv6, which libvirt does not compare. */
export function placeSubnet(ip: XmlElement): readonly PlacedValue[] {
  const address = placedAttribute(ip, 'address');
  const subnet = readSubnet(ip);
  if (!address || subnet?.family !== 'ipv4') return [];
  return [{ value: `${formatIp({ family: 'ipv4', value: subnet.first })}/${subnet.prefix}`, range: address.range }];
}

export function isInSubnet({ family, first, last }: Subnet, { family: other, value }: IpNumber): boolean {
  return family === other && value >= first && value <= last;
}

/** How many leading bits a netmask sets; `undefined` when it is none, or has a one behind a zero. */
export function netmaskPrefix(netmask: string): number | undefined {
  const mask = parseIp(netmask);
  if (!mask) return undefined;
  const bits = mask.value.toString(2).padStart(bitsOf(mask.family), '0');
  return /^1*0*$/.test(bits) ? bits.replace(/0+$/, '').length : undefined;
}

/** As `virNetworkIPDefPrefix` has it: an IPv4 address without prefix and netmask has that of its class, IPv6 has 64. */
function prefixOf(ip: XmlElement, { family, value }: IpNumber): number | undefined {
  const netmask = attributeValue(ip, 'netmask');
  if (netmask !== undefined) return family === 'ipv4' ? netmaskPrefix(netmask) : undefined;
  const written = attributeValue(ip, 'prefix') ?? '0';
  if (!/^\s*\+?\d{1,9}$/.test(written)) return undefined;
  const prefix = Number(written);
  if (prefix > 0) return prefix;
  if (family === 'ipv6') return 64;
  const leading = Number(value >> 28n);
  return leading < 8 ? 8 : leading < 12 ? 16 : leading < 14 ? 24 : undefined;
}
