import { parseIp } from '../../schema/datatypes/ipNumber.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';

export type Family = 'ipv4' | 'ipv6';

/** The family that an `<ip>` or `<route>` states; `undefined` when it is not written, or neither of the two. */
export function statedFamily(element: XmlElement): Family | undefined {
  const family = attributeValue(element, 'family');
  return family === 'ipv4' || family === 'ipv6' ? family : undefined;
}

/** The family that an address belongs to by its form; `undefined` when it is none. */
export function familyOf(address: string | undefined): Family | undefined {
  return parseIp(address ?? '')?.family;
}

/**
 * The family that libvirt reads the element by: the one stated; else that of the address for an `<ip>`
 * (`virDomainNetIPParseXML`), and IPv4 for a `<route>` (`virNetDevIPRouteCreate`). `undefined` when it cannot be told.
 */
export function effectiveFamily(element: XmlElement): Family | undefined {
  const stated = statedFamily(element);
  if (stated) return stated;
  if (element.name === 'route') return findAttribute(element, 'family') ? undefined : 'ipv4';
  return familyOf(attributeValue(element, 'address'));
}

/** As people write it. */
export function familyName(family: Family): string {
  return family === 'ipv4' ? 'IPv4' : 'IPv6';
}
