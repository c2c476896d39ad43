import { enumeration } from '../datatypes/enumeration.ts';
import { unsignedInt } from '../datatypes/integer.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';
import { devices } from './devices/devices.ts';
import { basics, drivers, lifecycle, resources } from './domainChildren.ts';

const type: AttributeDeclaration = {
  name: 'type',
  required: true,
  documentation: {
    summary: 'The hypervisor, or its accelerator, that runs the guest.',
    details: 'It must be one that the connection serves: `qemu:///system` has `kvm`, `qemu` and `hvf`.',
    page: 'formatdomain.html#element-and-attribute-overview',
  },
  type: enumeration(
    [
      {
        value: 'kvm',
        aliases: ['qemu-kvm'],
        documentation: { summary: 'QEMU with the acceleration of the Linux kernel.' },
      },
      {
        value: 'qemu',
        aliases: ['tcg'],
        documentation: { summary: 'QEMU with pure emulation: any processor on any host, but slow.' },
      },
      { value: 'xen', aliases: ['libxl'], documentation: { summary: 'The Xen hypervisor.' } },
      { value: 'lxc', documentation: { summary: 'A container on the Linux kernel of the host.' } },
      { value: 'hvf', documentation: { summary: 'QEMU with the acceleration of macOS.', since: '8.1.0' } },
      { value: 'bhyve', documentation: { summary: 'The hypervisor of FreeBSD.' } },
      {
        value: 'vmware',
        aliases: ['esx', 'vmx'],
        documentation: { summary: 'VMware ESX, Workstation or Player.' },
      },
      { value: 'hyperv', documentation: { summary: 'Microsoft Hyper-V, alone or below QEMU or Cloud Hypervisor.' } },
      { value: 'vbox', aliases: ['virtualbox'], documentation: { summary: 'Oracle VirtualBox.' } },
      {
        value: 'vz',
        aliases: ['virtuozzo', 'parallels'],
        documentation: { summary: 'A virtual machine or container of Virtuozzo.' },
      },
      { value: 'openvz', documentation: { summary: 'An OpenVZ container.' } },
      { value: 'test', documentation: { summary: 'The mock driver of libvirt, which runs nothing.' } },
      { value: 'phyp', documentation: { summary: 'IBM Power Hypervisor, which libvirt serves no longer.' } },
      { value: 'uml', documentation: { summary: 'User Mode Linux, which libvirt serves no longer.' } },
      { value: 'kqemu', documentation: { summary: 'The accelerator that QEMU had before KVM, long gone.' } },
    ],
    'hypervisor type',
  ),
};

const id: AttributeDeclaration = {
  name: 'id',
  documentation: {
    summary: 'Number of the running guest, which libvirt prints and does not read from a definition.',
  },
  type: unsignedInt,
};

/** The root of a guest's definition. */
export const domain: ElementDeclaration = {
  name: 'domain',
  documentation: {
    summary: 'The definition of one guest: its hardware, its resources and how it starts.',
    page: 'formatdomain.html',
  },
  body: lazy(() => ({
    attributes: [type, id],
    children: [...basics, ...resources, { element: devices }, ...lifecycle, ...drivers],
  })),
};
