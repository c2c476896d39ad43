import { devices } from '../../schema/domain/devices/devices.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { teamMembers } from './team.ts';

/** The halves of a team have different addresses, by which the guest pairs them. */
export const differentMac: Rule = {
  code: 'teaming/different-mac',
  severity: 'information',
  covers: ['TM10'],
  page: {
    title: 'Halves of a team with different MAC addresses',
    explanation:
      'Linux guests find out by the MAC address which card belongs to which: both halves of a team have the same. libvirt does not compare them; with different ones the guest has two cards that know nothing of each other, and loses its connection in a migration.',
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source network='default'/>\n      <model type='virtio'/>\n      <teaming type='persistent'/>\n      <alias name='ua-net0'/>\n    </interface>\n    <interface type='hostdev' managed='yes'>\n      <mac address='52:54:00:6b:3c:59'/>\n      <source>\n        <address type='pci' domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n      </source>\n      <teaming type='transient' persistent='ua-net0'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source network='default'/>\n      <model type='virtio'/>\n      <teaming type='persistent'/>\n      <alias name='ua-net0'/>\n    </interface>\n    <interface type='hostdev' managed='yes'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source>\n        <address type='pci' domain='0x0000' bus='0x05' slot='0x07' function='0x1'/>\n      </source>\n      <teaming type='transient' persistent='ua-net0'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [devices],
  check(element, { document, report }) {
    const members = teamMembers(element);
    for (const { device, type, partner } of members) {
      if (type !== 'transient' || !partner?.value) continue;
      const other = members.find(member => member.type === 'persistent' && member.alias?.value === partner.value);
      const own = macOf(device);
      const theirs = other && macOf(other.device);
      if (!own || !theirs || own.value.toLowerCase() === theirs.value.toLowerCase()) continue;
      report({
        range: valueRange(own),
        message: `The other half of the team has ${theirs.value}. libvirt does not compare them, but the guest pairs the two cards by their address. Write the same one.`,
        related: [{ range: valueRange(theirs), message: 'The address of the other half' }],
        fixes: () => [
          {
            title: `Change to ${theirs.value}`,
            preferred: true,
            edits: replaceValue(document.xml, own, theirs.value),
          },
        ],
      });
    }
  },
};

function macOf(device: XmlElement): XmlAttribute | undefined {
  const mac = findChild(device, 'mac');
  const address = mac && findAttribute(mac, 'address');
  return address?.closed ? address : undefined;
}
