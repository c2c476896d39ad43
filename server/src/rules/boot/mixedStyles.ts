import { domain } from '../../schema/domain/domain.ts';
import { removeElement } from '../../xml/edit.ts';
import { findChild, findChildren } from '../../xml/query.ts';
import { guestSystem } from '../guestSystem.ts';
import type { Rule } from '../rule.ts';
import { bootOrders } from './bootOrders.ts';

/** Both ways of saying what the guest boots from. */
export const mixedStyles: Rule = {
  code: 'boot/mixed-styles',
  severity: 'error',
  covers: ['BO02'],
  page: {
    title: 'Boot order of devices beside <boot dev> in <os>',
    explanation:
      "`<os><boot dev='network'/></os>` names kinds of devices to boot from, `<boot order='1'/>` on a device that very device. libvirt refuses both in one domain: `per-device boot elements cannot be used together with os/boot elements`. The order of the devices says more; remove the other.",
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <os>\n    <type machine='q35'>hvm</type>\n    <boot dev='network'/>\n  </os>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <boot order='1'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <os>\n    <type machine='q35'>hvm</type>\n  </os>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <boot order='1'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [domain],
  check({ xml }, { document, report }) {
    const os = findChild(xml, 'os');
    const devices = findChild(xml, 'devices');
    const [kind] = os ? findChildren(os, 'boot') : [];
    const [first, ...others] = devices ? bootOrders(devices) : [];
    const osType = guestSystem(document)?.osType ?? 'hvm';
    if (!os || !kind || !first || osType !== 'hvm') return;
    report({
      range: kind.nameRange,
      message:
        'Devices have a boot order of their own, and <boot> in <os> is the other way to say it. libvirt refuses both in one domain. Remove one of them.',
      libvirtMessage: 'per-device boot elements cannot be used together with os/boot elements',
      related: [{ range: first.boot.nameRange, message: 'A device with a boot order' }],
      fixes: () => [
        {
          title: 'Remove <boot> in <os>',
          preferred: true,
          edits: findChildren(os, 'boot').flatMap(boot => removeElement(document.xml, boot)),
        },
        {
          title: 'Remove the boot order of the devices',
          edits: [first, ...others].flatMap(({ boot }) => removeElement(document.xml, boot)),
        },
      ],
    });
  },
};
