import { attributeValue, childElements, findChild, findChildren } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';
import { readRate } from './interfaceFacts.ts';
import type { ForwardMode, NetworkFacts, PlacedValue, PortgroupFacts, Rates, VirtualportFacts } from './model.ts';
import { readPciAddress } from './pciAddress.ts';
import { placedAttribute } from './placed.ts';
import { placeSubnet } from './subnet.ts';
import { readVlan } from './vlanFacts.ts';

const forwardModes: readonly ForwardMode[] = [
  'none',
  'nat',
  'route',
  'open',
  'bridge',
  'private',
  'vepa',
  'passthrough',
  'hostdev',
];

/** What a `<network>` gives to the interfaces that use it. */
export function readNetwork(root: XmlElement): NetworkFacts {
  const forward = findChild(root, 'forward');
  return {
    forward: readForwardMode(forward),
    bridge: placedAttribute(findChild(root, 'bridge'), 'name'),
    devices: forward ? readDevices(forward) : [],
    pciDevices: forward ? findChildren(forward, 'address').flatMap(readPlacedPciAddress) : [],
    wholeCard: forward !== undefined && findChild(forward, 'pf') !== undefined,
    virtualport: readVirtualport(root),
    isolated: isIsolated(root),
    vlan: readVlan(root),
    hasAddress: findChildren(root, 'ip').some(ip => placedAttribute(ip, 'address')),
    inbound: readInbound(root),
    portgroups: findChildren(root, 'portgroup').flatMap(readPortgroup),
    reservations: readReservations(root),
    subnets: findChildren(root, 'ip').flatMap(placeSubnet),
  };
}

/** Without `<forward>` the network is isolated; without a mode it is NAT. */
function readForwardMode(forward: XmlElement | undefined): ForwardMode | undefined {
  if (!forward) return 'none';
  const mode = attributeValue(forward, 'mode') ?? 'nat';
  return forwardModes.find(known => known === mode);
}

/** `<forward dev>` repeats the first `<interface dev>`, or stands in its place. */
function readDevices(forward: XmlElement): readonly PlacedValue[] {
  const listed = findChildren(forward, 'interface').flatMap(device => placedAttribute(device, 'dev') ?? []);
  const own = placedAttribute(forward, 'dev');
  return listed.length > 0 || !own ? listed : [own];
}

function readPlacedPciAddress(address: XmlElement): readonly PlacedValue[] {
  const value = readPciAddress(address);
  return value === undefined ? [] : [{ value, range: address.nameRange }];
}

/** The `<virtualport>` of an interface, a network or a port group. */
export function readVirtualport(parent: XmlElement): VirtualportFacts | undefined {
  const virtualport = findChild(parent, 'virtualport');
  if (!virtualport) return undefined;
  const parameters = findChild(virtualport, 'parameters')?.attributes ?? [];
  return {
    type: attributeValue(virtualport, 'type'),
    parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value])),
    range: virtualport.nameRange,
  };
}

/** Whether `<port isolated='yes'/>` is there. */
export function isIsolated(parent: XmlElement): boolean {
  const port = findChild(parent, 'port');
  return port !== undefined && attributeValue(port, 'isolated') === 'yes';
}

function readInbound(root: XmlElement): Rates | undefined {
  const bandwidth = findChild(root, 'bandwidth');
  const inbound = bandwidth && findChild(bandwidth, 'inbound');
  return inbound && { average: readRate(inbound, 'average'), peak: readRate(inbound, 'peak') };
}

function readPortgroup(portgroup: XmlElement): readonly PortgroupFacts[] {
  const name = attributeValue(portgroup, 'name');
  if (!name) return [];
  return [
    {
      name,
      isDefault: attributeValue(portgroup, 'default')?.toLowerCase() === 'yes',
      vlan: readVlan(portgroup),
      virtualport: readVirtualport(portgroup),
    },
  ];
}

function readReservations(root: XmlElement): readonly PlacedValue[] {
  return findChildren(root, 'ip')
    .flatMap(ip => findChildren(ip, 'dhcp'))
    .flatMap(childElements)
    .flatMap(host => (host.name === 'host' ? (placedAttribute(host, 'mac') ?? []) : []))
    .map(({ value, range }) => ({ value: value.toLowerCase(), range }));
}
