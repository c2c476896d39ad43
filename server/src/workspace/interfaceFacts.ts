import { attributeValue, findAttribute, findChild } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { InterfaceFacts, PlacedValue } from './model.ts';
import { readPciAddress } from './pciAddress.ts';
import { placedAttribute, placeOf } from './placed.ts';
import { readVlan } from './vlanFacts.ts';

const MAC = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/;

/** What an `<interface>` of a guest says that others may collide with. */
export function readInterface(element: XmlElement): InterfaceFacts {
  const type = attributeValue(element, 'type');
  const source = findChild(element, 'source');
  const readIn = (child: string, name: string) => {
    const found = findChild(element, child);
    return (found && attributeValue(found, name)) || undefined;
  };
  const read = (name: string) => (source && attributeValue(source, name)) || undefined;
  const lowerDevice = type === 'direct' && source ? placedAttribute(source, 'dev') : undefined;
  return {
    type,
    place: placeOf(element),
    alias: readIn('alias', 'name'),
    model: readIn('model', 'type'),
    linkDown: readIn('link', 'state') === 'down' || undefined,
    vlan: readVlan(element),
    virtualport: readIn('virtualport', 'type'),
    isolated: readIn('port', 'isolated') === 'yes' || undefined,
    hostDevice: readHostDevice(element)?.value,
    meetingPoint: source && readMeetingPoint(type, source),
    mac: readMac(element),
    target: placedAttribute(findChild(element, 'target'), 'dev'),
    network: type === 'network' ? read('network') : undefined,
    portgroup: type === 'network' ? read('portgroup') : undefined,
    bridge: type === 'bridge' ? read('bridge') : undefined,
    lowerDevice,
    mode: lowerDevice && (read('mode') ?? 'vepa'),
    floor: readFloor(element),
    teamed: findChild(element, 'teaming') ? true : undefined,
  };
}

/** Socket interfaces meet at an address and a port, vhost-user and vDPA at a file. */
function readMeetingPoint(type: string | undefined, source: XmlElement): string | undefined {
  switch (type) {
    case 'mcast':
    case 'server':
    case 'client':
    case 'udp':
      return [attributeValue(source, 'address'), attributeValue(source, 'port')].filter(Boolean).join(':') || undefined;
    case 'vhostuser':
      return attributeValue(source, 'path') || undefined;
    case 'vdpa':
      return attributeValue(source, 'dev') || undefined;
    default:
      return undefined;
  }
}

function readMac(element: XmlElement): PlacedValue | undefined {
  const mac = placedAttribute(findChild(element, 'mac'), 'address');
  if (!mac) return undefined;
  const value = mac.value.toLowerCase();
  // libvirt replaces the zero address by a random one.
  return MAC.test(value) && value !== '00:00:00:00:00:00' ? { ...mac, value } : undefined;
}

function readFloor(element: XmlElement): number | undefined {
  const bandwidth = findChild(element, 'bandwidth');
  const inbound = bandwidth && findChild(bandwidth, 'inbound');
  return inbound && readRate(inbound, 'floor');
}

/** A rate in kilobytes per second; `undefined` when it is none. */
export function readRate(element: XmlElement, name: string): number | undefined {
  const value = attributeValue(element, name);
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** The PCI device of the host that a guest's device takes: `<interface type='hostdev'>`, `<hostdev type='pci'>`. */
export function readHostDevice(device: XmlElement): PlacedValue | undefined {
  const type = attributeValue(device, 'type');
  const takes =
    (device.name === 'interface' && type === 'hostdev') ||
    (device.name === 'hostdev' && type === 'pci' && (attributeValue(device, 'mode') ?? 'subsystem') === 'subsystem');
  const source = takes ? findChild(device, 'source') : undefined;
  const address = source && findChild(source, 'address');
  if (!address || (device.name === 'interface' && findAttribute(address, 'type')?.value !== 'pci')) return undefined;
  const value = readPciAddress(address);
  return value === undefined ? undefined : { value, range: address.nameRange };
}
