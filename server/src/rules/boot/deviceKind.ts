import { deviceBoot } from '../../schema/domain/devices/common/boot.ts';
import { renameAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { bootOrders, freeOrder } from './bootOrders.ts';

/** The form that belongs into `<os>`, on a device. */
export const deviceKind: Rule = {
  code: 'boot/device-kind',
  severity: 'error',
  covers: ['BO04'],
  replaces: ['schema/unknown-attribute', 'schema/missing-attribute'],
  page: {
    title: '<boot dev> on a device',
    explanation:
      "`<boot dev='network'/>` stands in `<os>` and names a kind of device. On a device it is a number: `<boot order='1'/>`. libvirt refuses the other form there: `Missing required attribute 'order' in element 'boot'`.",
    bad: "<interface type='network'>\n  <source network='default'/>\n  <boot dev='network'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <boot order='1'/>\n</interface>",
  },
  on: [deviceBoot],
  check({ xml }, { document, report }) {
    const dev = findAttribute(xml, 'dev');
    if (!dev || findAttribute(xml, 'order')) return;
    const devices = xml.parent?.parent;
    const order = String(freeOrder(devices ? bootOrders(devices) : [], 1));
    report({
      range: dev.nameRange,
      alsoOn: [xml.nameRange],
      message: `On a device, <boot> has a place in the boot order; dev belongs into <os>. libvirt refuses the document. Write order='${order}'.`,
      libvirtMessage: "Missing required attribute 'order' in element 'boot'",
      fixes: () => [
        {
          title: `Change to order='${order}'`,
          preferred: true,
          edits: [...renameAttribute(document.xml, dev, 'order'), ...replaceValue(document.xml, dev, order)],
        },
      ],
    });
  },
};
