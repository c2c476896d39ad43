import { parseCInteger } from '../../schema/datatypes/cInteger.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertAttribute, replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

/** The parts of a PCI address with an example of a virtual function. */
const parts = { domain: '0x0000', bus: '0x03', slot: '0x10', function: '0x0' } as const;
const partNames = ['domain', 'bus', 'slot', 'function'] as const;

/** A hostdev interface whose PCI address is all zero, which libvirt takes for "none given". */
export const zeroPciAddress: Rule = {
  code: 'source/zero-pci-address',
  severity: 'error',
  covers: ['IF036'],
  page: {
    title: 'PCI address of the host device is all zero or left out',
    explanation: `An address of 0000:00:00.0 counts as empty: libvirt skips its checks and defines the guest. That address is the host bridge of the machine and no network card, so the guest never starts. Parts that are left out count as 0.

Write the address of the virtual function as \`lspci -D\` shows it: \`0000:03:10.0\` is \`domain='0x0000' bus='0x03' slot='0x10' function='0x0'\`.`,
    bad: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci'/>\n  </source>\n</interface>",
    good: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x03' slot='0x10' function='0x0'/>\n  </source>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    if (selectedType(element) !== 'hostdev') return;
    const source = findChild(element.xml, 'source');
    const address = source && findChild(source, 'address');
    if (!address || attributeValue(address, 'type') !== 'pci') return;
    if (partNames.some(name => parseCInteger(attributeValue(address, name) ?? '0') !== 0)) return;
    report({
      range: address.nameRange,
      message:
        'The PCI address is 0000:00:00.0, which counts as none. libvirt defines the guest and cannot start it. Write domain, bus, slot and function of the virtual function, as lspci -D shows them.',
      fixes: () => [
        {
          title: 'Write an address to fill in: 0000:03:10.0',
          edits: partNames.flatMap(name => {
            const written = findAttribute(address, name);
            return written
              ? replaceValue(document.xml, written, parts[name])
              : insertAttribute(document.xml, address, name, parts[name]);
          }),
        },
      ],
    });
  },
};
