import { deviceAddress } from '../../schema/domain/devices/common/address.ts';
import { removeElement, replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** The parts of a PCI address with what virPCIDeviceAddressIsValid says about one that is too large. */
const parts: Readonly<Record<string, (hex: string) => string>> = {
  domain: hex => `Invalid PCI address domain='0x${hex}', must be <= 0xFFFF`,
  bus: hex => `Invalid PCI address bus='0x${hex}', must be <= 0xFF`,
  slot: hex => `Invalid PCI address slot='0x${hex}', must be <= 0x1F`,
  function: hex => `Invalid PCI address function=0x${hex}, must be <= 7`,
};

/** A number that no PCI address of the guest can have. */
export const badPart: Rule = {
  code: 'address/bad-part',
  severity: 'error',
  covers: ['AD02'],
  replaces: ['value/bad-pci-address'],
  page: {
    title: 'Wrong part of the PCI address that the guest sees',
    explanation:
      "A PCI address has a domain, a bus up to 0xff, a slot up to 0x1f and a function up to 0x7, in decimal or, behind `0x`, in hexadecimal digits. libvirt refuses the document otherwise: `Invalid PCI address slot='0x20', must be <= 0x1F`. Without `<address>` libvirt finds a free place itself.",
    bad: "<interface type='network'>\n  <source network='default'/>\n  <address type='pci' domain='0x0000' bus='0x00' slot='0x20' function='0x0'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <address type='pci' domain='0x0000' bus='0x00' slot='0x10' function='0x0'/>\n</interface>",
  },
  on: [deviceAddress],
  check({ xml, body }, { document, report }) {
    if (attributeValue(xml, 'type') !== 'pci') return;
    for (const [name, message] of Object.entries(parts)) {
      const attribute = findAttribute(xml, name);
      const problem = attribute?.closed ? body.attributes.get(name)?.type.check(attribute.value) : undefined;
      if (!attribute || !problem) continue;
      const number = Number(attribute.value.trim() || 'none');
      report({
        range: valueRange(attribute),
        message: `${name} ${problem.message}. libvirt refuses the document. Without <address> it finds a free place itself.`,
        ...(Number.isInteger(number) && number > 0 && { libvirtMessage: message(number.toString(16)) }),
        fixes: () => {
          const written = (problem.replacements ?? []).map(
            (value): Fix => ({
              title: `Change to '${value}'`,
              ...(problem.confident && { preferred: true, safe: true }),
              edits: replaceValue(document.xml, attribute, value),
            }),
          );
          const remove: Fix = {
            title: 'Remove <address>, so that libvirt finds a free one',
            ...(!problem.confident && { preferred: true }),
            edits: removeElement(document.xml, xml),
          };
          return problem.confident ? [...written, remove] : [remove, ...written];
        },
      });
    }
  },
};
