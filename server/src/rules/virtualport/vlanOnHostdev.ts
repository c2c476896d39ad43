import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { findVirtualport } from './parameters.ts';

/** A VLAN tag beside a port profile that decides about the VLAN. */
export const vlanOnHostdev: Rule = {
  code: 'virtualport/vlan-on-hostdev',
  // libvirt's own test documents carry it: they are defined and never started.
  severity: 'warning',
  covers: ['VP26'],
  page: {
    title: 'Host device with both a VLAN and a virtual port',
    explanation: `With a virtual port, the profile on the switch decides which VLAN a host device is in. libvirt defines a \`<vlan>\` beside it and cannot start the guest: \`direct setting of the vlan tag is not allowed for hostdev devices using 802.1Qbh mode\`. Remove \`<vlan>\`, or \`<virtualport>\` when libvirt shall set the tag.`,
    bad: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x03' slot='0x10' function='0x0'/>\n  </source>\n  <vlan>\n    <tag id='5'/>\n  </vlan>\n  <virtualport type='802.1Qbh'>\n    <parameters profileid='finance'/>\n  </virtualport>\n</interface>",
    good: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x03' slot='0x10' function='0x0'/>\n  </source>\n  <virtualport type='802.1Qbh'>\n    <parameters profileid='finance'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    const vlan = findChild(element.xml, 'vlan');
    if (virtualport?.interfaceType !== 'hostdev' || !virtualport.type || !vlan || !findChild(vlan, 'tag')) return;
    report({
      range: vlan.nameRange,
      message:
        'The virtual port decides about the VLAN of a host device. libvirt defines the guest and cannot start it. Remove <vlan>, or <virtualport>.',
      libvirtMessage: `direct setting of the vlan tag is not allowed for hostdev devices using ${virtualport.type} mode`,
      related: [{ range: virtualport.xml.nameRange, message: 'The virtual port is here' }],
      fixes: () => [
        { title: 'Remove <vlan>', preferred: true, edits: removeElement(document.xml, vlan) },
        { title: 'Remove <virtualport>', edits: removeElement(document.xml, virtualport.xml) },
      ],
    });
  },
};
