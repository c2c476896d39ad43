import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { guestSystem, isPc } from '../guestSystem.ts';
import { selectedType } from '../interface/selectedType.ts';
import { cardModel } from '../model/cardModel.ts';
import { setModel } from '../model/setModel.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { teamMember } from './team.ts';

/** The half that stays must be a virtio card. */
export const notVirtio: Rule = {
  code: 'teaming/not-virtio',
  severity: 'error',
  covers: ['TM05'],
  page: {
    title: 'Persistent half of a team that is no virtio card',
    explanation:
      "Failover is a feature of virtio-net: the guest's driver of that card takes over while the host device is away. The QEMU driver refuses any other model: `virtio-net teaming persistent interface must be <model type='virtio'/>, not 'e1000'`. On a PC that is also what happens without a `<model>`.",
    bad: "<interface type='network'>\n  <source network='default'/>\n  <model type='e1000'/>\n  <teaming type='persistent'/>\n  <alias name='ua-net0'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <model type='virtio'/>\n  <teaming type='persistent'/>\n  <alias name='ua-net0'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const member = driver === 'qemu' ? teamMember(element.xml) : undefined;
    const type = selectedType(element);
    if (member?.type !== 'persistent' || type === 'hostdev' || type === 'vdpa' || type === 'vhostuser') return;
    const card = cardModel(element);
    if (!card || card.isVirtio) return;
    const system = guestSystem(document);
    if (!card.attribute && !(system && isPc(system))) return;
    const name = card.attribute?.value ?? 'rtl8139';
    report({
      range: card.attribute ? valueRange(card.attribute) : member.teaming.nameRange,
      message: `The half of a team that stays must be a virtio card, and this one is ${name}${card.attribute ? '' : ', as no <model> is written'}. libvirt refuses the document. Write <model type='virtio'/>.`,
      libvirtMessage: `virtio-net teaming persistent interface must be <model type='virtio'/>, not '${name}'`,
      fixes: () => [
        { title: "Set <model type='virtio'/>", preferred: true, edits: setModel(document.xml, element, 'virtio') },
      ],
    });
  },
};
