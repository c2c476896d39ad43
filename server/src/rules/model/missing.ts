import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { guestSystem, isPc } from '../guestSystem.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { cardModel } from './cardModel.ts';
import { setModel } from './setModel.ts';

/** Types that have no card of their own, or one that is virtio anyway. */
const withoutChoice = new Set<string | undefined>(['hostdev', 'vdpa', 'vhostuser', undefined]);

/** No card is chosen, so that a PC gets an old one. */
export const missing: Rule = {
  code: 'model/missing',
  severity: 'hint',
  covers: ['MOD12'],
  page: {
    title: 'No card model: a PC gets a Realtek 8139',
    explanation: `Where no \`<model>\` is written, the QEMU driver fills one in when the guest is defined: on x86 the first of rtl8139, e1000 and virtio that QEMU has, which is nearly always the Realtek 8139 of the nineties. virtio is many times faster and the base of vhost and of several queues.

Given only where the document itself says that the guest is a PC (\`<type arch='x86_64'>\`): other machines get virtio anyway.`,
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <os>\n    <type arch='x86_64'>hvm</type>\n  </os>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <os>\n    <type arch='x86_64'>hvm</type>\n  </os>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <model type='virtio'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    if (driver !== 'qemu' || withoutChoice.has(selectedType(element))) return;
    const card = cardModel(element);
    const system = guestSystem(document);
    if (!card || card.attribute || !system || !isPc(system)) return;
    report({
      range: element.xml.nameRange,
      message:
        "No card is chosen. libvirt takes rtl8139 on this machine, an old and slow one. Write <model type='virtio'/> if the guest has the driver.",
      fixes: () => [
        { title: "Add <model type='virtio'/>", preferred: true, edits: setModel(document.xml, element, 'virtio') },
      ],
    });
  },
};
