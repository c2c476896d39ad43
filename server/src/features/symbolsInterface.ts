import { attributeValue, findChild } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';
import { formatPciAddress } from './symbolsDevice.ts';

/** What tells a domain's interfaces apart: `direct eth0 (bridge) 52:54:00:12:34:56`, `bridge br0 openvswitch`. */
export function labelInterface(element: XmlElement): string {
  const type = attributeValue(element, 'type') ?? '';
  const virtualport = findChild(element, 'virtualport');
  const mac = findChild(element, 'mac');
  const parts = [
    type,
    connectionOf(element, type),
    virtualport === undefined ? '' : (attributeValue(virtualport, 'type') ?? ''),
    mac === undefined ? '' : (attributeValue(mac, 'address') ?? ''),
  ];
  return parts.filter(part => part !== '').join(' ');
}

/** The host's side of an interface, in a few characters; empty when it has none or is not written yet. */
function connectionOf(element: XmlElement, type: string): string {
  const source = findChild(element, 'source');
  const value = (name: string) => (source === undefined ? '' : (attributeValue(source, name) ?? ''));
  switch (type) {
    case 'direct':
      return inBrackets(value('dev'), value('mode'));
    case 'network':
      return inBrackets(value('network'), value('portgroup'));
    case 'hostdev': {
      const address = source === undefined ? undefined : findChild(source, 'address');
      return address === undefined ? '' : formatPciAddress(address);
    }
    case 'vhostuser':
      return inBrackets(value('path') || value('dev'), value('mode'));
    case 'mcast':
    case 'server':
    case 'client':
    case 'udp':
      return [value('address'), value('port')].filter(part => part !== '').join(':');
    case 'ethernet':
    case 'null':
      return targetOf(element);
    default:
      return value('bridge') || value('dev') || value('name') || value('switchid') || backendOf(element);
  }
}

function targetOf(element: XmlElement): string {
  const target = findChild(element, 'target');
  return target === undefined ? '' : (attributeValue(target, 'dev') ?? '');
}

function backendOf(element: XmlElement): string {
  const backend = findChild(element, 'backend');
  return backend === undefined ? '' : (attributeValue(backend, 'type') ?? '');
}

function inBrackets(name: string, addition: string): string {
  return addition === '' ? name : `${name} (${addition})`.trimStart();
}
