import { devices } from '../../schema/domain/devices/devices.ts';
import { replaceValue } from '../../xml/edit.ts';
import { groupBy } from '../groupBy.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { bootOrders, freeOrder } from './bootOrders.ts';

/** One place in the boot order for two devices. */
export const duplicateOrder: Rule = {
  code: 'boot/duplicate-order',
  severity: 'error',
  covers: ['BO01'],
  page: {
    title: 'One place in the boot order for two devices',
    explanation:
      "All disks, interfaces, host devices and redirected devices share one boot order. libvirt refuses a number that two of them have: `boot order '1' used for more than one device`.",
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <disk type='file' device='disk'>\n      <source file='/var/lib/libvirt/images/guest.qcow2'/>\n      <target dev='vda' bus='virtio'/>\n      <boot order='1'/>\n    </disk>\n    <interface type='network'>\n      <source network='default'/>\n      <boot order='1'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <disk type='file' device='disk'>\n      <source file='/var/lib/libvirt/images/guest.qcow2'/>\n      <target dev='vda' bus='virtio'/>\n      <boot order='1'/>\n    </disk>\n    <interface type='network'>\n      <source network='default'/>\n      <boot order='2'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [devices],
  check({ xml }, { document, report }) {
    const orders = bootOrders(xml);
    for (const [number, [first, ...others]] of groupBy(orders, order => String(order.number))) {
      const free = freeOrder(orders, first.number);
      for (const { order } of others) {
        report({
          range: valueRange(order),
          message: `Another device has place ${number} in the boot order. libvirt refuses the document. Write another number; ${free} is free.`,
          libvirtMessage: `boot order '${number}' used for more than one device`,
          related: [{ range: valueRange(first.order), message: `Place ${number} is taken here` }],
          fixes: () => [
            {
              title: `Change to '${free}', which is free`,
              preferred: true,
              edits: replaceValue(document.xml, order, String(free)),
            },
          ],
        });
      }
    }
  },
};
