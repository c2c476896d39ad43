import type { BoundElement } from '../../binding/model.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { attributeValue, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { macAddress, macPrefix, ZERO_MAC } from './macAddress.ts';

/** Prefixes that belong to makers of hypervisors: Xen, VirtualBox, VMware, Hyper-V, Parallels. */
const hypervisorPrefixes = new Set([
  '00:16:3e',
  '08:00:27',
  '00:0c:29',
  '00:50:56',
  '00:05:69',
  '00:1c:14',
  '00:15:5d',
  '00:1c:42',
]);

/** An address from the range of a maker of network cards. */
export const vendorPrefix: Rule = {
  code: 'mac/vendor-prefix',
  severity: 'hint',
  covers: ['MAC11'],
  page: {
    title: 'MAC address from the range of a hardware vendor',
    explanation: `The first three octets of a MAC address name its maker, unless the second lowest bit of the first octet is set: such addresses are administered locally and may be chosen freely. An address from a vendor's range can also be that of a real card on the network. libvirt takes it.

Usual prefixes for guests are 52:54:00 (QEMU and KVM) and 00:16:3e (Xen). On a \`hostdev\` interface, and on macvtap in passthrough mode, the address of the card itself may be meant; nothing is said there.`,
    bad: "<interface type='network'>\n  <mac address='00:1b:21:00:00:01'/>\n  <source network='default'/>\n</interface>",
    good: "<interface type='network'>\n  <mac address='52:54:00:00:00:01'/>\n  <source network='default'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const mac = macAddress(element);
    if (!mac || mac.value === ZERO_MAC || ownsLowerDevice(element)) return;
    const first = Number.parseInt(mac.value.slice(0, 2), 16);
    // Bit 0: multicast, refused elsewhere. Bit 1: locally administered.
    if ((first & 0b11) !== 0 || hypervisorPrefixes.has(mac.value.slice(0, 8))) return;
    const prefix = macPrefix(driver);
    const fixed = `${prefix}${mac.value.slice(8)}`;
    report({
      range: valueRange(mac.attribute),
      message: `${mac.value.slice(0, 8)} is the prefix of a hardware vendor. libvirt takes the address, but a real card on the network may have it too. Write an address that begins with ${prefix}.`,
      fixes: generator => {
        const fresh = generator.mac(prefix);
        return [
          {
            title: `Change the prefix: ${fixed}`,
            preferred: true,
            edits: replaceValue(document.xml, mac.attribute, fixed),
          },
          { title: `Write a fresh address: ${fresh}`, edits: replaceValue(document.xml, mac.attribute, fresh) },
        ];
      },
    });
  },
};

/** Whether the guest has a device of the host for itself, whose own address it may keep. */
function ownsLowerDevice(element: BoundElement): boolean {
  const type = selectedType(element);
  const source = findChild(element.xml, 'source');
  return type === 'hostdev' || (type === 'direct' && !!source && attributeValue(source, 'mode') === 'passthrough');
}
