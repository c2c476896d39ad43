import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertChild, removeElement } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import { guestSystem } from '../guestSystem.ts';
import type { Rule } from '../rule.ts';
import { cardIndex, MAX_INDEX, otherBus } from './cardIndex.ts';

/** A number that ACPI would tell the guest, if the guest had it. */
export const withoutAcpi: Rule = {
  code: 'acpi/without-acpi',
  severity: 'warning',
  covers: ['AC05'],
  page: {
    title: 'ACPI index in a guest without ACPI',
    explanation:
      'The index reaches the guest by ACPI. Without `<acpi/>` in `<features>` there is none: libvirt hands the number to QEMU, which neither checks nor uses it, and the guest names its cards by something else.',
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <acpi index='5'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <features>\n    <acpi/>\n  </features>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <acpi index='5'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check({ xml }, { document, driver, report }) {
    const found = driver === 'qemu' && otherBus(xml) === undefined ? cardIndex(xml) : undefined;
    const root = document.root?.xml;
    if (!found || !root || guestSystem(document)?.acpi !== false) return;
    report({
      range: found.acpi.nameRange,
      message:
        'The guest has no ACPI, so that nothing tells it this number: libvirt takes it, and it has no effect. Write <acpi/> into <features>.',
      unnecessary: true,
      fixes: () => [
        // A number that QEMU refuses would become the next mistake.
        {
          title: 'Add <acpi/> to <features>',
          ...(found.number <= MAX_INDEX && { preferred: true as const }),
          edits: switchOn(document.xml, root),
        },
        { title: 'Remove <acpi>', edits: removeElement(document.xml, found.acpi) },
      ],
    });
  },
};

function switchOn(document: XmlDocument, domain: XmlElement): readonly TextEdit[] {
  const features = findChild(domain, 'features');
  if (features) return insertChild(document, features, '<acpi/>');
  const before = findChild(domain, 'os') ?? findChild(domain, 'vcpu') ?? findChild(domain, 'name');
  return insertChild(document, domain, '<features>\n  <acpi/>\n</features>', before);
}
