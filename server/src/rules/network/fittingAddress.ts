import { formatIp, type IpNumber, parseIp } from '../../schema/datatypes/ipNumber.ts';
import { isInSubnet, readSubnet, type Subnet } from '../../workspace/subnet.ts';
import { attributeValue, findChild, findChildren } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { findRangeProblem } from './dhcp/dhcpRange.ts';

/**
 * An address to start from where one is missing in a network: one that libvirt takes there. `undefined` where any
 * address would do, or while the subnet around it cannot be read.
 */
export function fittingAddress(element: XmlElement, attribute: string): string | undefined {
  const fitting = findFitting(element, attribute);
  return fitting && formatIp(fitting);
}

function findFitting(element: XmlElement, attribute: string): IpNumber | undefined {
  const { name, parent } = element;
  if (parent?.name === 'network' && name === 'route' && attribute === 'gateway') return findRouter(element, parent);
  if (parent?.name === 'network' && name === 'ip' && attribute === 'address') return findOwn(element);
  const subnet = parent?.name === 'dhcp' && parent.parent ? readSubnet(parent.parent) : undefined;
  if (!parent || !subnet) return undefined;
  if (name === 'host' && attribute === 'ip') return findFree(subnet, findChildren(parent, 'host'));
  if (name === 'range' && attribute === 'start')
    return findStart(subnet, parseIp(attributeValue(element, 'end') ?? ''));
  if (name === 'range' && attribute === 'end') return findEnd(subnet, parseIp(attributeValue(element, 'start') ?? ''));
  return undefined;
}

/** The address of the bridge: the one before what its DHCP gives out. */
function findOwn(ip: XmlElement): IpNumber | undefined {
  const family = attributeValue(ip, 'family') === 'ipv6' ? 'ipv6' : 'ipv4';
  const dhcp = findChild(ip, 'dhcp');
  const given = dhcp ? [...findChildren(dhcp, 'range'), ...findChildren(dhcp, 'host')] : [];
  const first = given
    .flatMap(part => parseIp(attributeValue(part, 'start') ?? attributeValue(part, 'ip') ?? '') ?? [])
    .find(address => address.family === family);
  if (first) return { family, value: first.value - 1n };
  return family === 'ipv6' ? parseIp('fd00::1') : undefined;
}

function findStart(subnet: Subnet, end: IpNumber | undefined): IpNumber | undefined {
  const last = end ?? usableEnd(subnet);
  const candidates = [neighbour(subnet), { ...last, value: subnet.first + 1n }, last];
  return candidates.find(first => !findRangeProblem({ first, last, subnet }));
}

function findEnd(subnet: Subnet, start: IpNumber | undefined): IpNumber | undefined {
  const first = start ?? neighbour(subnet);
  const candidates = [usableEnd(subnet), { ...first, value: first.value | 0xffn }, first];
  return candidates.find(last => !findRangeProblem({ first, last, subnet }));
}

/** The first address behind that of the bridge which no other `<host>` has. */
function findFree(subnet: Subnet, hosts: readonly XmlElement[]): IpNumber | undefined {
  const taken = new Set(hosts.flatMap(host => parseIp(attributeValue(host, 'ip') ?? '')?.value ?? []));
  let { value } = neighbour(subnet);
  while (taken.has(value)) value++;
  const free = { family: subnet.family, value };
  return isInSubnet(subnet, free) ? free : undefined;
}

function findRouter(route: XmlElement, network: XmlElement): IpNumber | undefined {
  const family = attributeValue(route, 'family') === 'ipv6' ? 'ipv6' : 'ipv4';
  const subnet = findChildren(network, 'ip')
    .flatMap(ip => readSubnet(ip) ?? [])
    .find(candidate => candidate.family === family);
  return subnet && neighbour(subnet);
}

/** The address next to that of the bridge. */
function neighbour({ address, last }: Subnet): IpNumber {
  return { ...address, value: address.value < last ? address.value + 1n : address.value - 1n };
}

/** The last address that can be given out: for IPv4 the one before the broadcast address. */
function usableEnd({ family, last }: Subnet): IpNumber {
  return { family, value: family === 'ipv4' ? last - 1n : last };
}
