import { parseCInteger } from '../../schema/datatypes/cInteger.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertAttribute, replaceValue } from '../../xml/edit.ts';
import { attributeValue, childElements, findAttribute, findChild } from '../../xml/query.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import { groupBy } from '../groupBy.ts';
import type { Rule } from '../rule.ts';
import { siblingInterfaces } from './siblingInterfaces.ts';

/** A PCI device of the host that two devices of the domain take. */
export const duplicateHostDevice: Rule = {
  code: 'interface/duplicate-host-device',
  severity: 'error',
  covers: ['IF037'],
  page: {
    title: 'PCI device of the host that is handed over twice',
    explanation: `A device of the host can belong to one guest device only. libvirt compares all \`<interface type='hostdev'>\` and \`<hostdev>\` of a domain and refuses the document: \`Hostdev already exists in the domain configuration\`. Numbers count, not their spelling: \`0x05\` is \`5\`. Give each interface a virtual function of its own.`,
    bad: "<domain type='kvm'>\n  <name>router</name>\n  <devices>\n    <interface type='hostdev'>\n      <source>\n        <address type='pci' domain='0' bus='5' slot='7' function='1'/>\n      </source>\n    </interface>\n    <interface type='hostdev'>\n      <source>\n        <address type='pci' domain='0' bus='5' slot='7' function='1'/>\n      </source>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>router</name>\n  <devices>\n    <interface type='hostdev'>\n      <source>\n        <address type='pci' domain='0' bus='5' slot='7' function='1'/>\n      </source>\n    </interface>\n    <interface type='hostdev'>\n      <source>\n        <address type='pci' domain='0' bus='5' slot='7' function='2'/>\n      </source>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const devices = element.xml.parent;
    if (!devices || siblingInterfaces(element).length === 0) return;
    const sources = childElements(devices).flatMap(device => pciSource(device) ?? []);
    for (const [key, group] of groupBy(sources, source => source.key)) {
      const [first, ...others] = group;
      if (group.every(({ device }) => device.name !== 'interface')) continue;
      for (const other of others) {
        report({
          range: other.address.nameRange,
          message: `The PCI device ${key} of the host is handed over twice. libvirt refuses the document. Write the address of another device.`,
          libvirtMessage: 'Hostdev already exists in the domain configuration',
          related: [{ range: first.address.nameRange, message: `${key} is handed over here as well` }],
          fixes: () => nextFunction(document.xml, other, sources),
        });
      }
    }
  },
};

interface PciSource {
  readonly device: XmlElement;
  readonly address: XmlElement;
  /** `0000:05:07`: virtual functions of one card often share it. */
  readonly slot: string;
  readonly function: number;
  /** `0000:05:07.1`, as lspci writes it. */
  readonly key: string;
}

/** Takes the next function of the same slot that no other device has: a neighbour among the virtual functions. */
function nextFunction(
  document: XmlDocument,
  { address, slot }: PciSource,
  sources: readonly PciSource[],
): readonly Fix[] {
  const taken = new Set(sources.filter(other => other.slot === slot).map(other => other.function));
  const free = [0, 1, 2, 3, 4, 5, 6, 7].find(candidate => !taken.has(candidate));
  if (free === undefined) return [];
  const written = findAttribute(address, 'function');
  const value = `0x${free}`;
  return [
    {
      title: `Take function ${free} of the same slot`,
      edits: written ? replaceValue(document, written, value) : insertAttribute(document, address, 'function', value),
    },
  ];
}

/** The PCI device of the host that a device of the domain takes; `undefined` when it takes none, or the address is not right. */
function pciSource(device: XmlElement): PciSource | undefined {
  const type = attributeValue(device, 'type');
  const handsOver =
    (device.name === 'interface' && type === 'hostdev') ||
    (device.name === 'hostdev' && type === 'pci' && (attributeValue(device, 'mode') ?? 'subsystem') === 'subsystem');
  const source = handsOver ? findChild(device, 'source') : undefined;
  const address = source && findChild(source, 'address');
  if (!address || (device.name === 'interface' && attributeValue(address, 'type') !== 'pci')) return undefined;
  const [domain, bus, slot, fn] = ['domain', 'bus', 'slot', 'function'].map(name =>
    parseCInteger(attributeValue(address, name) ?? '0'),
  );
  if (domain === undefined || bus === undefined || slot === undefined || fn === undefined) return undefined;
  // All zero counts as no address: source/zero-pci-address.
  if (domain + bus + slot + fn === 0) return undefined;
  const place = `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}`;
  return { device, address, slot: place, function: fn, key: `${place}.${hex(fn, 1)}` };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
