import type { ElementDeclaration } from '../../model.ts';
import { lazy } from '../../model.ts';
import { openChild, openChildren } from '../openElement.ts';
import { interfaceDevice } from './interface/interface.ts';

/** The devices of the guest; those without a declaration of their own are known by name. */
export const devices: ElementDeclaration = {
  name: 'devices',
  documentation: {
    summary: 'The devices that the guest sees.',
    page: 'formatdomain.html#devices',
  },
  body: lazy(() => ({
    children: [
      openChildren('disk', {
        summary: 'A hard disk, CD drive or floppy, backed by a file, a block device, the network or a storage volume.',
        page: 'formatdomain.html#hard-drives-floppy-disks-cdroms',
      }),
      { element: interfaceDevice, repeatable: true },
      openChild('emulator', {
        summary: 'Path of the program that runs the guest.',
        default: 'the one that fits the type and the architecture of the guest',
        page: 'formatdomain.html#devices',
      }),
      openChildren('controller', {
        summary: 'A controller or bridge of the guest: PCI, USB, SCSI, IDE, SATA, virtio-serial and others.',
        details: 'libvirt adds those that the other devices need.',
        page: 'formatdomain.html#controllers',
      }),
      openChildren('graphics', {
        summary: 'A remote or local display of the guest: VNC, SPICE, SDL and others.',
        page: 'formatdomain.html#graphical-framebuffers',
      }),
      openChildren('video', {
        summary: 'A graphics card of the guest.',
        page: 'formatdomain.html#video-devices',
      }),
      openChildren('console', {
        summary: 'The interactive text console of the guest, usually on top of its first serial port.',
        page: 'formatdomain.html#console',
      }),
      openChildren('serial', {
        summary: 'A serial port of the guest.',
        page: 'formatdomain.html#serial-port',
      }),
      openChildren('channel', {
        summary: 'A private channel between host and guest, such as that of the QEMU guest agent.',
        page: 'formatdomain.html#channel',
      }),
      openChildren('parallel', {
        summary: 'A parallel port of the guest.',
        page: 'formatdomain.html#parallel-port',
      }),
      openChildren('input', {
        summary: 'A keyboard, mouse, tablet or a host input device that is passed through.',
        page: 'formatdomain.html#input-devices',
      }),
      openChildren('hostdev', {
        summary: 'A device of the host that the guest gets for itself: PCI, USB, SCSI or mediated.',
        page: 'formatdomain.html#host-device-assignment',
      }),
      openChildren('filesystem', {
        summary: 'A directory of the host that the guest mounts, by virtiofs or 9p.',
        page: 'formatdomain.html#filesystems',
      }),
      openChildren('sound', {
        summary: 'A sound card of the guest.',
        page: 'formatdomain.html#sound-devices',
      }),
      openChildren('audio', {
        summary: 'Where on the host the sound of the guest goes.',
        since: '7.2.0',
        page: 'formatdomain.html#audio-backends',
      }),
      openChildren('rng', {
        summary: 'A source of random numbers that the host provides.',
        since: '1.0.3',
        page: 'formatdomain.html#random-number-generator-device',
      }),
      openChildren('tpm', {
        summary: 'A trusted platform module, emulated or that of the host.',
        since: '1.0.5',
        page: 'formatdomain.html#tpm-device',
      }),
      openChildren('watchdog', {
        summary: 'A watchdog that acts when the guest no longer resets it.',
        page: 'formatdomain.html#watchdog-devices',
      }),
      openChild('memballoon', {
        summary: 'The balloon through which the host takes memory back from the guest.',
        details: 'libvirt adds one to most guests; model `none` leaves it out.',
        page: 'formatdomain.html#memory-balloon-device',
      }),
      openChildren('memory', {
        summary: 'A memory module of the guest: DIMM, NVDIMM, virtio-mem or virtio-pmem.',
        since: '1.2.14',
        page: 'formatdomain.html#memory-devices',
      }),
      openChildren('iommu', {
        summary: 'An IOMMU that the guest sees.',
        since: '2.1.0',
        page: 'formatdomain.html#iommu-devices',
      }),
      openChild('vsock', {
        summary: 'A socket between host and guest that needs no network.',
        since: '4.4.0',
        page: 'formatdomain.html#vsock',
      }),
      openChildren('panic', {
        summary: 'A device by which the guest reports that its kernel crashed.',
        since: '1.2.1',
        page: 'formatdomain.html#panic-device',
      }),
      openChildren('redirdev', {
        summary: 'A USB port into which the viewer of the guest plugs its own devices.',
        page: 'formatdomain.html#redirected-devices',
      }),
      openChildren('redirfilter', {
        summary: 'Which USB devices may be redirected into the guest.',
        page: 'formatdomain.html#redirected-devices',
      }),
      openChildren('smartcard', {
        summary: 'A smart card reader of the guest.',
        page: 'formatdomain.html#smartcard-devices',
      }),
      openChildren('hub', {
        summary: 'A USB hub of the guest.',
        page: 'formatdomain.html#hub-devices',
      }),
      openChildren('shmem', {
        summary: 'Memory that the guest shares with the host or with other guests.',
        since: '1.2.10',
        page: 'formatdomain.html#shared-memory-device',
      }),
      openChildren('lease', {
        summary: 'A lease that a lock manager must hold while the guest runs.',
        page: 'formatdomain.html#device-leases',
      }),
      openChildren('crypto', {
        summary: 'A virtio cryptography accelerator.',
        since: '9.0.0',
        page: 'formatdomain.html#crypto',
      }),
      openChild('pstore', {
        summary: 'Memory of the guest that keeps kernel logs over a crash.',
        since: '10.6.0',
        page: 'formatdomain.html#pstore',
      }),
      openChild('nvram', {
        summary: 'The NVRAM device of a pSeries guest.',
        since: '1.0.5',
        page: 'formatdomain.html#nvram-device',
      }),
    ],
  })),
};
