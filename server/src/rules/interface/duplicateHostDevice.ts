import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { attributeValue, childElements, findChild } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { parseCInteger } from '../cInteger.ts';
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
  check(element, { report }) {
    const devices = element.xml.parent;
    if (!devices || siblingInterfaces(element).length === 0) return;
    const sources = childElements(devices).flatMap(device => pciSource(device) ?? []);
    for (const [key, group] of groupBy(sources, source => source.key)) {
      const [first, ...others] = group;
      if (group.every(({ device }) => device.name !== 'interface')) continue;
      for (const { address } of others) {
        report({
          range: address.nameRange,
          message: `The PCI device ${key} of the host is handed over twice. libvirt refuses the document. Write the address of another device.`,
          libvirtMessage: 'Hostdev already exists in the domain configuration',
          related: [{ range: first.address.nameRange, message: `${key} is handed over here as well` }],
        });
      }
    }
  },
};

interface PciSource {
  readonly device: XmlElement;
  readonly address: XmlElement;
  /** `0000:05:07.1`, as lspci writes it. */
  readonly key: string;
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
  return { device, address, key: `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${hex(fn, 1)}` };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
