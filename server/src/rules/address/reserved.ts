import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { guestSystem } from '../guestSystem.ts';
import type { Rule } from '../rule.ts';
import { guestAddress } from './guestAddress.ts';

/** Where the chipset of a machine has functions of its own, on bus 0. */
const machines = [
  { pattern: /^(?:pc|pc-i440fx-.*|pc-[0-9.]+)$/, taken: new Set(['0000:00:01.0', '0000:00:01.3']) },
  { pattern: /^(?:q35|pc-q35-.*)$/, taken: new Set(['0000:00:1f.0', '0000:00:1f.2']) },
];

/** A card where the chipset sits. */
export const reserved: Rule = {
  code: 'address/reserved',
  severity: 'error',
  covers: ['AD06'],
  page: {
    title: 'PCI address that belongs to the chipset',
    explanation:
      'On machine type pc the ISA bridge is at 00:01.0 and the power management at 00:01.3; on q35 the ISA bridge is at 00:1f.0 and the disk controller at 00:1f.2. The QEMU driver refuses a card there: `Attempted double use of PCI Address 0000:00:01.0`. Leave `<address>` out, and libvirt finds a free one.',
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <os>\n    <type machine='pc'>hvm</type>\n  </os>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <os>\n    <type machine='pc'>hvm</type>\n  </os>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check({ xml }, { document, driver, report }) {
    const machine = driver === 'qemu' ? guestSystem(document)?.machine : undefined;
    const found = machine === undefined ? undefined : guestAddress(xml);
    if (!found || machine === undefined) return;
    if (!machines.some(({ pattern, taken }) => pattern.test(machine) && taken.has(found.text))) return;
    report({
      range: found.address.nameRange,
      message: `The chipset of machine type ${machine} is at ${found.text} itself. libvirt refuses the document. Leave <address> out: libvirt finds a free one.`,
      libvirtMessage: `Attempted double use of PCI Address ${found.text}`,
      fixes: () => [
        {
          title: 'Remove <address>, so that libvirt finds a free one',
          preferred: true,
          edits: removeElement(document.xml, found.address),
        },
      ],
    });
  },
};
