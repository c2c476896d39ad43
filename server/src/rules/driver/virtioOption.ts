import type { BoundDocument } from '../../binding/model.ts';
import type { Driver } from '../../schema/documentation.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { guestSystem, isPc } from '../guestSystem.ts';
import { setModel } from '../model/setModel.ts';
import type { Rule } from '../rule.ts';
import { cardDriver } from './virtioCard.ts';

/** In the order in which virDomainCheckVirtioOptionsAreAbsent looks at them. */
const options = ['iommu', 'ats', 'packed', 'page_per_vq'] as const;

/** An option of the virtio bus on a card that is not on it. */
export const virtioOption: Rule = {
  code: 'driver/virtio-option',
  severity: 'error',
  covers: ['MOD04'],
  page: {
    title: 'Option of virtio devices on another card',
    explanation:
      'iommu, ats, packed and page_per_vq are properties of virtio devices. Unlike the tuning beside them, libvirt reads these for every card and refuses the document when the card is no virtio model: `iommu driver option is only supported for virtio devices`.',
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='e1000'/>\n  <driver iommu='on'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver iommu='on'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver: hypervisor, report }) {
    const found = cardDriver(element);
    if (!found || found.card.isVirtio) return;
    const { driver, card, type } = found;
    const byDefault = card.name === undefined ? defaultCard(document, hypervisor, type) : 'other';
    if (byDefault === 'virtio') return;
    const what =
      card.name ??
      (byDefault === 'unknown' ? 'rtl8139 on a PC, as no <model> is written' : 'none, as no <model> is written');
    for (const name of options) {
      const option = findAttribute(driver, name);
      if (!option) continue;
      report({
        ...(byDefault === 'unknown' && { severity: 'warning' as const }),
        range: option.nameRange,
        message: `${name} is for virtio cards only, and this one is ${what}. libvirt refuses the document. Write <model type='virtio'/>, or leave ${name} out.`,
        libvirtMessage: `${name}${name === 'page_per_vq' ? '' : ' driver'} option is only supported for virtio devices`,
        fixes: () => [
          {
            title: "Set <model type='virtio'/>",
            preferred: true,
            edits: setModel(document.xml, element, 'virtio'),
          },
          { title: `Remove ${name}`, edits: removeAttribute(document.xml, option) },
        ],
      });
    }
  },
};

/** What libvirt takes where no model is written: only QEMU's driver fills one in, by the machine (`qemuDomainDefaultNetModel`). */
function defaultCard(document: BoundDocument, hypervisor: Driver, type: string): 'virtio' | 'other' | 'unknown' {
  if (hypervisor !== 'qemu') return 'other';
  if (type === 'vdpa' || type === 'vhostuser') return 'virtio';
  const system = guestSystem(document);
  if (system?.arch === undefined) return 'unknown';
  return isPc(system) ? 'other' : 'virtio';
}
