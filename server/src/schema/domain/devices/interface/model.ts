import { characters } from '../../../datatypes/characters.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** The card that the guest sees. */
export const model: ElementDeclaration = {
  name: 'model',
  documentation: {
    summary: 'The network card that the guest sees.',
    details: 'libvirt fills it in when the guest is defined; on x86 that is rarely the fastest.',
    default: '`rtl8139` for QEMU on x86, `virtio` for IBM Z, virtual ARM and RISC-V machines, vDPA and vhost-user',
    page: 'formatdomain.html#setting-the-nic-model',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'type',
        required: true,
        sample: 'virtio',
        documentation: {
          summary: 'Name of the card.',
          details:
            'Letter case does not matter for the names that libvirt knows; others are kept for QEMU and Xen only.',
        },
        type: characters({
          label: 'card model',
          allowed: /[a-zA-Z0-9_-]/,
          allowedText: 'letters, digits and _ -',
          values: [
            {
              value: 'virtio',
              documentation: {
                summary: 'The paravirtualized card: fast, and the base of vhost and several queues.',
                needs: 'A virtio driver in the guest, which Linux has and Windows needs to be given.',
              },
            },
            {
              value: 'e1000e',
              documentation: {
                summary: 'Intel 82574L, a PCI Express gigabit card for which most systems have a driver.',
              },
            },
            {
              value: 'e1000',
              documentation: { summary: 'Intel 82540EM, a PCI gigabit card for which older systems have a driver.' },
            },
            {
              value: 'igb',
              documentation: {
                summary: 'Intel 82576, a gigabit card that can itself show SR-IOV functions.',
                since: '9.3.0',
              },
            },
            {
              value: 'rtl8139',
              documentation: { summary: 'Realtek 8139, an old and slow 100 Mbit card that everything knows.' },
            },
            {
              value: 'virtio-non-transitional',
              documentation: { summary: 'virtio with the modern interface of virtio 1.0 alone.', since: '5.2.0' },
            },
            {
              value: 'virtio-transitional',
              documentation: {
                summary: 'virtio with the modern and the legacy interface, on a conventional PCI slot.',
                since: '5.2.0',
              },
            },
            {
              value: 'usb-net',
              documentation: { summary: 'A network card on the USB bus.', since: '10.3.0', drivers: ['qemu'] },
            },
            {
              value: 'netfront',
              documentation: { summary: 'The paravirtualized card of Xen.', drivers: ['xen'] },
            },
            {
              value: 'vmxnet3',
              documentation: { summary: 'The third paravirtualized card of VMware, which QEMU emulates as well.' },
            },
            {
              value: 'vmxnet2',
              documentation: { summary: 'The second paravirtualized card of VMware.', drivers: ['esx'] },
            },
            {
              value: 'vmxnet',
              documentation: { summary: 'The first paravirtualized card of VMware.', drivers: ['esx'] },
            },
            {
              value: 'vlance',
              documentation: { summary: 'AMD PCnet32 as VMware emulates it.', drivers: ['esx'] },
            },
            {
              value: 'spapr-vlan',
              documentation: { summary: 'The virtual LAN card of pSeries machines.', drivers: ['qemu'] },
            },
            {
              value: 'lan9118',
              documentation: { summary: 'SMSC LAN9118, on emulated ARM boards.', drivers: ['qemu'] },
            },
            {
              value: 'scm91c111',
              documentation: { summary: 'SMSC 91C111, on old emulated ARM boards.', drivers: ['qemu'] },
            },
            {
              value: 'Am79C970A',
              documentation: { summary: 'AMD PCnet-PCI II of VirtualBox.', drivers: ['vbox'] },
            },
            {
              value: 'Am79C973',
              documentation: { summary: 'AMD PCnet-FAST III of VirtualBox.', drivers: ['vbox'] },
            },
            {
              value: '82540EM',
              documentation: { summary: 'Intel PRO/1000 MT Desktop of VirtualBox.', drivers: ['vbox'] },
            },
            {
              value: '82545EM',
              documentation: { summary: 'Intel PRO/1000 MT Server of VirtualBox.', drivers: ['vbox'] },
            },
            {
              value: '82543GC',
              documentation: { summary: 'Intel PRO/1000 T Server of VirtualBox.', drivers: ['vbox'] },
            },
          ],
        }),
      },
    ],
  })),
};
