import { attributeValue } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { PlacedValue } from './model.ts';
import { placedAttribute } from './placed.ts';

/** The IPv4 network of an `<ip>` as `192.168.122.0/24`; none for IPv6, or where the prefix is not said. */
export function readSubnet(ip: XmlElement): readonly PlacedValue[] {
  const address = placedAttribute(ip, 'address');
  const netmask = attributeValue(ip, 'netmask');
  const bits = address && parseIpv4(address.value);
  const prefix = netmask === undefined ? Number(attributeValue(ip, 'prefix') ?? Number.NaN) : prefixOf(netmask);
  if (!address || bits === undefined || !Number.isInteger(prefix) || prefix < 1 || prefix > 32) return [];
  const network = (bits & (0xffffffff << (32 - prefix))) >>> 0;
  const value = `${[24, 16, 8, 0].map(shift => (network >>> shift) & 0xff).join('.')}/${prefix}`;
  return [{ value, range: address.range }];
}

function parseIpv4(text: string): number | undefined {
  const parts = text.split('.').map(part => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  if (parts.length !== 4 || parts.some(part => part > 255)) return undefined;
  return parts.reduce((bits, part) => ((bits << 8) | part) >>> 0, 0);
}

/** The number of leading ones; NaN when ones follow behind a zero. */
function prefixOf(netmask: string): number {
  const bits = parseIpv4(netmask);
  const ones = bits === undefined ? '' : bits.toString(2).padStart(32, '0');
  return /^1+0*$/.test(ones) ? ones.lastIndexOf('1') + 1 : Number.NaN;
}
