import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { findChildren } from '../../xml/query.ts';
import { usesPasst } from '../backend/passt.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

/** A vhost-user interface has an address only if passt gives it; other types are the catalogue's business. */
export const needsPasst: Rule = {
  code: 'ip/needs-passt',
  severity: 'error',
  covers: ['IP04'],
  page: {
    title: 'Address on a vhost-user interface without passt',
    explanation: `The QEMU driver cannot set an address inside the guest; only SLIRP and passt hand one out. A \`vhostuser\` interface without \`<backend type='passt'/>\` ends at a switch that libvirt does not know, and libvirt refuses the document: \`Invalid attempt to set network interface guest-side IP address info, not supported by QEMU\`. Give the address by DHCP, or inside the guest.`,
    bad: "<interface type='vhostuser'>\n  <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='client'/>\n  <model type='virtio'/>\n  <ip address='10.0.0.5' prefix='24'/>\n</interface>",
    good: "<interface type='vhostuser'>\n  <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='client'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    if (driver !== 'qemu' || selectedType(element) !== 'vhostuser' || usesPasst(element)) return;
    for (const ip of findChildren(element.xml, 'ip')) {
      report({
        range: ip.nameRange,
        message:
          'Only passt gives a vhost-user interface an address, and this one has another back end. libvirt refuses the document. Remove <ip>, and give the address by DHCP or inside the guest.',
        libvirtMessage: 'Invalid attempt to set network interface guest-side IP address info, not supported by QEMU',
        fixes: () => [{ title: 'Remove <ip>', preferred: true, edits: removeElement(document.xml, ip) }],
      });
    }
  },
};
