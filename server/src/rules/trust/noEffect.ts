import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import { cardModel } from '../model/cardModel.ts';
import { setModel } from '../model/setModel.ts';
import type { Rule } from '../rule.ts';

/** The types whose device on the host can follow the guest: macvtap wholly, a tap device in its MAC address. */
const followingTypes = new Set(['network', 'direct', 'bridge', 'ethernet']);

/** Trust in a guest that has no way to tell what it wants. */
export const noEffect: Rule = {
  code: 'trust/no-effect',
  severity: 'warning',
  covers: ['TR01'],
  page: {
    title: 'trustGuestRxFilters where nothing follows the guest',
    explanation: `With \`trustGuestRxFilters='yes'\` the device on the host follows when the guest changes its MAC address or joins multicast groups. Only virtio cards report such a change, and only macvtap devices have filters to set; a tap device follows the MAC address. With another card, or a type of interface without such a device, libvirt keeps the attribute and nothing happens.`,
    bad: "<interface type='direct' trustGuestRxFilters='yes'>\n  <source dev='eth0' mode='bridge'/>\n  <model type='e1000'/>\n</interface>",
    good: "<interface type='direct' trustGuestRxFilters='yes'>\n  <source dev='eth0' mode='bridge'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const trust = findAttribute(element.xml, 'trustGuestRxFilters');
    const type = selectedType(element);
    if (driver !== 'qemu' || trust?.value !== 'yes' || type === undefined) return;
    const card = cardModel(element);
    const follows = followingTypes.has(type);
    // A card that is not written may be virtio: that depends on the machine.
    const reports = !card?.attribute || card.isVirtio;
    if (follows && reports) return;
    report({
      range: trust.nameRange,
      message: `${follows ? 'Only a virtio card reports what trustGuestRxFilters is about' : `An interface of type ${type} has no macvtap device that could follow the guest`}. libvirt keeps the attribute and nothing happens. Remove it${follows ? ", or write <model type='virtio'/>" : ''}.`,
      unnecessary: true,
      fixes: () => [
        { title: 'Remove trustGuestRxFilters', preferred: true, edits: removeAttribute(document.xml, trust) },
        ...(follows ? [{ title: "Set <model type='virtio'/>", edits: setModel(document.xml, element, 'virtio') }] : []),
      ],
    });
  },
};
