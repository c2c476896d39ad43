import { domain } from '../../schema/domain/domain.ts';
import { removeElement } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild, findChildren } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { decimalValue } from '../decimal.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { guestAddress } from './guestAddress.ts';

/** A PCI bus that the domain has no controller for. */
export const missingBus: Rule = {
  code: 'address/missing-bus',
  severity: 'hint',
  covers: ['AD04'],
  page: {
    title: 'PCI bus without a controller',
    explanation:
      "A bus other than 0 comes from a PCI bridge or port: `<controller type='pci' index='9' …/>` is bus 9. When there is none, libvirt adds it and all those below it: on machine type pc, bus 9 brings nine bridges. That works; without `<address>` libvirt would take a bus that is there.",
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <address type='pci' domain='0x0000' bus='0x09' slot='0x05' function='0x0'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [domain],
  check({ xml }, { document, driver, report }) {
    const devices = findChild(xml, 'devices');
    if (driver !== 'qemu' || !devices) return;
    const buses = findBuses(devices);
    // Said once a bus: all devices on it have the same cause.
    const said = new Set<number>();
    for (const device of findChildren(devices, 'interface')) {
      const found = guestAddress(device);
      const bus = found && findAttribute(found.address, 'bus');
      if (!found || !bus || found.bus === 0 || buses === 'unknown' || buses.has(found.bus)) continue;
      if (said.has(found.bus)) continue;
      said.add(found.bus);
      report({
        range: valueRange(bus),
        message: `No controller of this domain makes PCI bus ${found.bus}. libvirt adds it, and those below it. Leave <address> out if no bus of its own is wanted.`,
        fixes: () => [
          { title: 'Remove <address>', preferred: true, edits: removeElement(document.xml, found.address) },
        ],
      });
    }
  },
};

/** The buses that the controllers make; unknown where one has no number, which libvirt then chooses. */
function findBuses(devices: XmlElement): ReadonlySet<number | undefined> | 'unknown' {
  const indexes = findChildren(devices, 'controller')
    .filter(controller => attributeValue(controller, 'type') === 'pci')
    .map(controller => findAttribute(controller, 'index'));
  return indexes.some(index => !index)
    ? 'unknown'
    : new Set(indexes.map(index => (index ? decimalValue(index) : undefined)));
}
