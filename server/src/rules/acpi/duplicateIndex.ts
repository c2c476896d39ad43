import { devices } from '../../schema/domain/devices/devices.ts';
import { replaceValue } from '../../xml/edit.ts';
import { childElements } from '../../xml/query.ts';
import { groupBy } from '../groupBy.ts';
import { guestSystem } from '../guestSystem.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { cardIndex } from './cardIndex.ts';

/** One number of ACPI's for two devices. */
export const duplicateIndex: Rule = {
  code: 'acpi/duplicate-index',
  severity: 'error',
  covers: ['AC03'],
  page: {
    title: 'One ACPI index for two devices',
    explanation:
      'The guest makes the name of a card from its index (4 is `eno4`), so that each has one of its own. libvirt does not compare them; QEMU does when ACPI is on, and refuses to start: `a PCI device with acpi-index = 5 already exist`.',
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <features>\n    <acpi/>\n  </features>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <acpi index='5'/>\n    </interface>\n    <interface type='network'>\n      <source network='default'/>\n      <acpi index='5'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <features>\n    <acpi/>\n  </features>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <acpi index='5'/>\n    </interface>\n    <interface type='network'>\n      <source network='default'/>\n      <acpi index='6'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [devices],
  check({ xml }, { document, driver, report }) {
    if (driver !== 'qemu' || guestSystem(document)?.acpi !== true) return;
    const indices = childElements(xml).flatMap(device => cardIndex(device) ?? []);
    const taken = new Set(indices.map(({ number }) => number));
    for (const [number, [first, ...others]] of groupBy(indices, index => String(index.number))) {
      let free = first.number + 1;
      while (taken.has(free)) free++;
      const proposal = String(free);
      for (const { attribute } of others) {
        report({
          range: valueRange(attribute),
          message: `Another device has the ACPI index ${number}. libvirt defines the guest, and QEMU refuses to start it. Write another number.`,
          libvirtMessage: `a PCI device with acpi-index = ${number} already exist`,
          related: [{ range: valueRange(first.attribute), message: `${number} is used here as well` }],
          fixes: () => [
            {
              title: `Change to '${proposal}', which is free`,
              preferred: true,
              edits: replaceValue(document.xml, attribute, proposal),
            },
          ],
        });
      }
    }
  },
};
