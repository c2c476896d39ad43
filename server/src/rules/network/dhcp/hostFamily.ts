import type { BoundElement } from '../../../binding/model.ts';
import { parseIp } from '../../../schema/datatypes/ipNumber.ts';
import { attributeValue } from '../../../xml/query.ts';

/** The family of the `<ip>` that a `<host>` of its `<dhcp>` belongs to, as libvirt tells it: by the address. */
export function hostFamily(host: BoundElement): 'ipv4' | 'ipv6' {
  const ip = host.parent?.parent?.xml;
  const written = ip && parseIp(attributeValue(ip, 'address') ?? '')?.family;
  return written ?? (ip && attributeValue(ip, 'family') === 'ipv6' ? 'ipv6' : 'ipv4');
}
