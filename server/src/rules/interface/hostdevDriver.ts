import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement, replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { selectedType } from './selectedType.ts';

/** The back end of a hostdev interface is that of a PCI device, not that of a virtio card. */
export const hostdevDriver: Rule = {
  code: 'interface/hostdev-driver',
  severity: 'error',
  covers: ['IF033', 'IF034'],
  page: {
    title: 'Driver that a hostdev interface cannot have',
    explanation: `On a \`hostdev\` interface \`<driver name=…>\` says how the PCI device is handed to the guest: \`vfio\`, or \`xen\` under Xen. \`qemu\` and \`vhost\` are back ends of virtio cards; the schema has one list for all types and lets them pass, libvirt refuses them: \`Invalid value for attribute 'name' in element 'driver'\`.

\`kvm\` was the way of old kernels. libvirt still defines it, and then cannot start the guest: \`host doesn't support legacy PCI passthrough\`. Leave \`<driver>\` out: \`vfio\` is the default.`,
    bad: "<interface type='hostdev' managed='yes'>\n  <driver name='kvm'/>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x03' slot='0x10' function='0x0'/>\n  </source>\n</interface>",
    good: "<interface type='hostdev' managed='yes'>\n  <driver name='vfio'/>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x03' slot='0x10' function='0x0'/>\n  </source>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver: hypervisor, report }) {
    if (selectedType(element) !== 'hostdev') return;
    const driver = findChild(element.xml, 'driver');
    const name = driver && findAttribute(driver, 'name');
    if (!name) return;
    const virtio = name.value === 'qemu' || name.value === 'vhost';
    if (!virtio && !(name.value === 'kvm' && hypervisor === 'qemu')) return;
    report({
      range: valueRange(name),
      message: virtio
        ? `${name.value} is a back end of virtio cards, not of host devices. libvirt refuses the document. Write vfio, or leave <driver> out.`
        : 'kvm, the old way to hand over a PCI device, is gone from the kernel. libvirt defines the guest and cannot start it. Write vfio, or leave <driver> out.',
      libvirtMessage: virtio
        ? `Invalid value for attribute 'name' in element 'driver': '${name.value}'.`
        : "host doesn't support legacy PCI passthrough",
      fixes: () => [
        { title: "Set name='vfio'", preferred: true, edits: replaceValue(document.xml, name, 'vfio') },
        { title: 'Remove <driver>', edits: removeElement(document.xml, driver) },
      ],
    });
  },
};
