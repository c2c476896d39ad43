import { devices } from '../../schema/domain/devices/devices.ts';
import { removeElement } from '../../xml/edit.ts';
import { childElements } from '../../xml/query.ts';
import { groupBy } from '../groupBy.ts';
import type { Rule } from '../rule.ts';
import { guestAddress } from './guestAddress.ts';

/** One PCI address of the guest for two devices, whatever they are. */
export const duplicate: Rule = {
  code: 'address/duplicate',
  severity: 'error',
  covers: ['AD01'],
  page: {
    title: 'Two devices at one PCI address of the guest',
    explanation:
      'Each device of the guest has a PCI address of its own. The QEMU driver refuses a second one at the same place: `Attempted double use of PCI Address 0000:00:05.0`. Numbers count, not their spelling: `0x05` is `5`, and a part that is left out is 0. Leave `<address>` out, and libvirt finds a free one.',
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'/>\n    </interface>\n    <interface type='network'>\n      <source network='default'/>\n      <address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'/>\n    </interface>\n    <interface type='network'>\n      <source network='default'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [devices],
  check({ xml }, { document, driver, report }) {
    if (driver !== 'qemu') return;
    // A console is mostly a serial port seen from another side, and has its address.
    const addresses = childElements(xml)
      .filter(({ name }) => name !== 'console')
      .flatMap(device => guestAddress(device) ?? []);
    for (const [text, [first, ...others]] of groupBy(addresses, address => address.text)) {
      for (const { address } of others) {
        report({
          range: address.nameRange,
          message: `Another device of the guest is at ${text}. libvirt refuses the document. Write another slot, or leave <address> out: libvirt finds a free one.`,
          libvirtMessage: `Attempted double use of PCI Address ${text}`,
          related: [{ range: first.address.nameRange, message: `${text} is taken here` }],
          fixes: () => [
            {
              title: 'Remove this <address>, so that libvirt finds a free one',
              preferred: true,
              edits: removeElement(document.xml, address),
            },
          ],
        });
      }
    }
  },
};
