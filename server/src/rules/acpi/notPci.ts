import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import type { Rule } from '../rule.ts';
import { cardIndex, otherBus } from './cardIndex.ts';

/** A number of ACPI's for a card that is no PCI device. */
export const notPci: Rule = {
  code: 'acpi/not-pci',
  severity: 'error',
  covers: ['AC04'],
  page: {
    title: 'ACPI index on a card that is no PCI device',
    explanation:
      'The ACPI index belongs to a PCI slot. On a card with another address, such as a USB one, the QEMU driver refuses the document: `ACPI index is only supported for PCI devices`.',
    bad: "<interface type='network'>\n  <source network='default'/>\n  <model type='usb-net'/>\n  <acpi index='5'/>\n  <address type='usb' bus='0' port='1'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <model type='usb-net'/>\n  <address type='usb' bus='0' port='1'/>\n</interface>",
  },
  on: [interfaceDevice],
  check({ xml }, { document, driver, report }) {
    const bus = driver === 'qemu' ? otherBus(xml) : undefined;
    const found = cardIndex(xml);
    if (bus === undefined || !found) return;
    report({
      range: found.acpi.nameRange,
      message: `An ACPI index belongs to a PCI card, and this one is on the bus ${bus}. libvirt refuses the document. Leave <acpi> out.`,
      libvirtMessage: 'ACPI index is only supported for PCI devices',
      fixes: () => [{ title: 'Remove <acpi>', preferred: true, edits: removeElement(document.xml, found.acpi) }],
    });
  },
};
