import { findSimilar } from '../../schema/datatypes/similarity.ts';
import { devices } from '../../schema/domain/devices/devices.ts';
import { replaceValue } from '../../xml/edit.ts';
import { attributeValue } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { partnerAliases, teamMembers } from './team.ts';

/** The transient half names a partner that is not there. */
export const unknownPartner: Rule = {
  code: 'teaming/unknown-partner',
  severity: 'warning',
  covers: ['TM08'],
  page: {
    title: 'Team with a partner that is not there',
    explanation:
      "libvirt does not look whether the alias in `persistent` belongs to a card of the guest. QEMU hides the host device until a virtio card of that name has agreed on failover with the guest's driver: when there is none, the guest runs and never sees the device.",
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source network='default'/>\n      <model type='virtio'/>\n      <teaming type='persistent'/>\n      <alias name='ua-net0'/>\n    </interface>\n    <interface type='hostdev' managed='yes'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source>\n        <address type='pci' domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n      </source>\n      <teaming type='transient' persistent='ua-nte0'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source network='default'/>\n      <model type='virtio'/>\n      <teaming type='persistent'/>\n      <alias name='ua-net0'/>\n    </interface>\n    <interface type='hostdev' managed='yes'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source>\n        <address type='pci' domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n      </source>\n      <teaming type='transient' persistent='ua-net0'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [devices],
  check(element, { document, driver, report }) {
    if (driver !== 'qemu') return;
    const members = teamMembers(element);
    const names = new Set(members.filter(({ type }) => type === 'persistent').map(({ alias }) => alias?.value));
    for (const { device, type, partner } of members) {
      if (
        type === 'persistent' ||
        !canBeTransient(device) ||
        !partner?.closed ||
        partner.value === '' ||
        names.has(partner.value)
      )
        continue;
      // The names that libvirt gives itself: net0 may well be the card that is meant.
      if (/^net\d+$/.test(partner.value) && names.has(undefined)) continue;
      const known = partnerAliases(element.xml);
      const near = findSimilar(partner.value, known);
      const proposals = near.length > 0 ? near : known;
      report({
        range: valueRange(partner),
        message: `No persistent half of a team has the alias ${partner.value}. libvirt starts the guest, and QEMU keeps the device hidden from it for good. ${proposals.length > 0 ? `Write ${proposals[0]}.` : "Give the virtio card <teaming type='persistent'/> and this alias."}`,
        fixes: () =>
          proposals.map((alias, index) => ({
            title: `Change to '${alias}'`,
            ...(index === 0 && { preferred: true as const }),
            edits: replaceValue(document.xml, partner, alias),
          })),
      });
    }
  },
};

/** Others are refused, whatever they name. */
function canBeTransient(device: XmlElement): boolean {
  const type = attributeValue(device, 'type');
  return device.name === 'hostdev' ? type === 'pci' : type === 'hostdev' || type === 'network';
}
