import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { guestSystem } from '../guestSystem.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { cardIndex, MAX_INDEX } from './cardIndex.ts';

/** A number that QEMU refuses. */
export const indexTooLarge: Rule = {
  code: 'acpi/index-too-large',
  severity: 'error',
  covers: ['AC02'],
  page: {
    title: 'ACPI index above 16383',
    explanation:
      'libvirt takes any number above 0, QEMU those up to 16383: with ACPI switched on the start fails with `acpi-index should be less or equal to 16383`. On a device that stands alone, where ACPI may be on or off, it is a warning.',
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <features>\n    <acpi/>\n  </features>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <acpi index='16384'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <features>\n    <acpi/>\n  </features>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <acpi index='16383'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check({ xml }, { document, driver, report }) {
    const found = driver === 'qemu' ? cardIndex(xml) : undefined;
    const system = guestSystem(document);
    // Without ACPI, QEMU does not look at the number: acpi/without-acpi.
    if (!found || found.number <= MAX_INDEX || system?.acpi === false) return;
    report({
      ...(!system && { severity: 'warning' as const }),
      range: valueRange(found.attribute),
      message: `QEMU takes an ACPI index up to ${MAX_INDEX}. libvirt defines the guest, and QEMU refuses to start it. Write a smaller number.`,
      libvirtMessage: `acpi-index should be less or equal to ${MAX_INDEX}`,
      fixes: () => [
        {
          title: `Change to '${MAX_INDEX}'`,
          preferred: true,
          edits: replaceValue(document.xml, found.attribute, String(MAX_INDEX)),
        },
      ],
    });
  },
};
