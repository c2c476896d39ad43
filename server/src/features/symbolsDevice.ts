import { attributeValue, findChild } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';

/** What tells devices of one kind apart: `disk` by target and image, `controller` by type and index; empty when nothing does. */
export function labelDevice(element: XmlElement): string {
  const own = (name: string) => attributeValue(element, name) ?? '';
  const inner = (child: string, name: string) => {
    const found = findChild(element, child);
    return found === undefined ? '' : (attributeValue(found, name) ?? '');
  };
  switch (element.name) {
    case 'disk':
      return join(inner('target', 'dev'), inBrackets(inner('target', 'bus')), sourceOf(element) || own('device'));
    case 'controller':
      return join(own('type'), own('index'), inBrackets(own('model')));
    case 'hostdev': {
      const source = findChild(element, 'source');
      const address = source === undefined ? undefined : findChild(source, 'address');
      const isPci = address !== undefined && own('type') === 'pci';
      return join(own('type') || own('mode'), isPci ? formatPciAddress(address) : '');
    }
    case 'filesystem':
      return join(inner('target', 'dir'), inBrackets(own('type')), sourceOf(element));
    case 'serial':
    case 'parallel':
    case 'console':
    case 'channel':
      return join(own('type'), inner('target', 'name') || inner('target', 'port'));
    case 'video':
    case 'vsock':
    case 'iommu':
    case 'rng':
    case 'memory':
    case 'panic':
    case 'watchdog':
    case 'memballoon':
    case 'tpm':
    case 'sound':
      return own('model') || inner('model', 'type');
    case 'input':
    case 'graphics':
    case 'smartcard':
    case 'redirdev':
      return join(own('type') || own('mode'), inBrackets(own('bus')));
    default:
      return '';
  }
}

/** A host's PCI address as lspci writes it, `0000:03:10.1`; empty when a part is missing. `address` is libvirt's element. */
export function formatPciAddress(address: XmlElement): string {
  const bus = pciDigits(attributeValue(address, 'bus'), 2);
  const slot = pciDigits(attributeValue(address, 'slot'), 2);
  if (bus === '' || slot === '') return '';
  const domain = pciDigits(attributeValue(address, 'domain') ?? '0', 4);
  return `${domain}:${bus}:${slot}.${pciDigits(attributeValue(address, 'function') ?? '0', 1)}`;
}

/** libvirt reads the parts as C literals (virXMLPropUInt with base 0): `0x1f`, `037` and `31` are the same slot. */
function pciDigits(value: string | undefined, width: number): string {
  if (value === undefined || !/^(0x[0-9a-f]+|[0-9]+)$/i.test(value)) return '';
  const octal = /^0[0-7]+$/.test(value);
  return Number.parseInt(value, octal ? 8 : /^0x/i.test(value) ? 16 : 10)
    .toString(16)
    .padStart(width, '0');
}

function sourceOf(element: XmlElement): string {
  const source = findChild(element, 'source');
  if (source === undefined) return '';
  const places = ['file', 'dev', 'dir', 'name', 'volume', 'path'];
  return places.map(name => attributeValue(source, name) ?? '').find(value => value !== '') ?? '';
}

function join(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' ');
}

function inBrackets(text: string): string {
  return text === '' ? '' : `(${text})`;
}
