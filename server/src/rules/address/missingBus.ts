import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChildren } from '../../xml/query.ts';
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
  on: [interfaceDevice],
  check({ xml }, { document, driver, report }) {
    const devices = xml.parent;
    const found = driver === 'qemu' && devices ? guestAddress(xml) : undefined;
    const bus = found && findAttribute(found.address, 'bus');
    if (!devices || !found || !bus || found.bus === 0 || hasBus(devices, found.bus)) return;
    report({
      range: valueRange(bus),
      message: `No controller of this domain makes PCI bus ${found.bus}. libvirt adds it, and those below it. Leave <address> out if no bus of its own is wanted.`,
      fixes: () => [{ title: 'Remove <address>', preferred: true, edits: removeElement(document.xml, found.address) }],
    });
  },
};

/** A controller without a number gets one from libvirt, which may be this. */
function hasBus(devices: XmlElement, bus: number): boolean {
  return findChildren(devices, 'controller')
    .filter(controller => attributeValue(controller, 'type') === 'pci')
    .some(controller => {
      const index = findAttribute(controller, 'index');
      return !index || decimalValue(index) === bus;
    });
}
