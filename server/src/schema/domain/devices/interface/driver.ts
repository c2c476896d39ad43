import { characters } from '../../../datatypes/characters.ts';
import { enumeration } from '../../../datatypes/enumeration.ts';
import { positiveInt } from '../../../datatypes/integer.ts';
import { onOffMeaning } from '../../../datatypes/onOff.ts';
import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { AttributeDeclaration, ElementDeclaration, Limit } from '../../../model.ts';
import { lazy } from '../../../model.ts';

function onOffAttribute(
  name: string,
  summary: string,
  on: string,
  off: string,
  more?: Partial<AttributeDeclaration['documentation']>,
): AttributeDeclaration {
  return { name, documentation: { summary, ...more }, type: onOffMeaning(on, off) };
}

function offload(name: string, what: string, since = '1.2.9'): AttributeDeclaration {
  return onOffAttribute(name, `Offloads ${what}.`, `Offers ${what}.`, `Does without ${what}.`, {
    default: '`on`',
    since,
  });
}

const csum = 'checksums';
const tso4 = 'segmentation of TCP over IPv4';
const tso6 = 'segmentation of TCP over IPv6';
const ecn = 'segmentation of TCP with congestion notification';
const ufo = 'fragmentation of UDP';

const hostOffloads: ElementDeclaration = {
  name: 'host',
  documentation: { summary: 'Work on frames of the guest that the host may take over.', since: '1.2.9' },
  body: lazy(() => ({
    attributes: [
      offload('csum', csum),
      offload('gso', 'generic segmentation'),
      offload('tso4', tso4),
      offload('tso6', tso6),
      offload('ecn', ecn),
      offload('ufo', ufo),
      offload('mrg_rxbuf', 'receive buffers that are merged', '1.2.13'),
    ],
  })),
};

const guestOffloads: ElementDeclaration = {
  name: 'guest',
  documentation: { summary: 'Frames that the guest is ready to take unfinished from the host.', since: '1.2.9' },
  body: lazy(() => ({
    attributes: [
      offload('csum', csum),
      offload('tso4', tso4),
      offload('tso6', tso6),
      offload('ecn', ecn),
      offload('ufo', ufo),
    ],
  })),
};

/** What the card reads only when its model is virtio. */
const virtioAttributes: readonly AttributeDeclaration[] = [
  {
    name: 'queues',
    sample: '4',
    documentation: {
      summary: 'Number of queue pairs, so that several virtual processors can send and receive at once.',
      details: 'Usually the number of virtual processors. 1 is the same as nothing.',
      default: '1',
      since: '1.0.6',
      needs: 'A virtio card, and a type of interface with a tap, macvtap, vhost-user or vDPA device.',
    },
    type: positiveInt,
  },
  {
    name: 'rx_queue_size',
    sample: '512',
    documentation: {
      summary: 'Number of buffers in a receive queue.',
      details: 'A power of two; QEMU takes 256, 512 and 1024.',
      default: '256',
      since: '2.3.0',
      needs: 'A virtio card.',
    },
    type: positiveInt,
  },
  {
    name: 'tx_queue_size',
    sample: '512',
    documentation: {
      summary: 'Number of buffers in a transmit queue.',
      details: 'A power of two; values other than 256 take effect with vhost-user and vDPA only.',
      default: '256',
      since: '3.7.0',
      needs: 'A virtio card.',
    },
    type: positiveInt,
  },
  onOffAttribute(
    'rss',
    'Spreads received frames over the queues by their flow, in QEMU or eBPF.',
    'Frames of one flow go to one queue.',
    'The backend chooses the queue.',
    { default: '`off`', since: '8.3.0', needs: 'A virtio card with several queues.' },
  ),
  onOffAttribute(
    'rss_hash_report',
    'Reports the hash of the flow to the guest with each frame.',
    'The guest sees the hash.',
    'The guest computes a hash itself.',
    { default: '`off`', since: '8.3.0', needs: 'A virtio card.' },
  ),
  onOffAttribute(
    'packed',
    'Uses the packed layout of virtio queues, which costs less per frame.',
    'Packed queues are offered.',
    'Queues are of the split kind.',
    { default: '`off`', since: '6.3.0', needs: 'A virtio card.' },
  ),
  onOffAttribute(
    'iommu',
    'Sends the memory accesses of the card through the IOMMU of the guest.',
    'The card uses the IOMMU of the guest.',
    'The card reads the memory of the guest directly.',
    { default: '`off`', since: '3.5.0', needs: 'A virtio card, and an `<iommu>` device.' },
  ),
  onOffAttribute(
    'ats',
    'Offers address translation services to the card, so that it caches translations of the IOMMU.',
    'The card caches translations.',
    'The card asks the IOMMU each time.',
    { default: '`off`', since: '3.5.0', needs: 'A virtio card with `iommu`.' },
  ),
  onOffAttribute(
    'page_per_vq',
    'Gives each queue a memory page of its own for its doorbell, which vDPA and passing through need.',
    'Each queue has a page.',
    'Queues share a page.',
    { default: '`off`', since: '7.9.0', needs: 'A virtio card.' },
  ),
  {
    name: 'txmode',
    documentation: {
      summary: 'How QEMU sends frames when the kernel does not do it.',
      details: 'Leave it out, unless somebody who knows QEMU advises it.',
      default: 'as QEMU decides',
      since: '0.8.8',
      needs: "A virtio card with `name='qemu'`.",
    },
    type: enumeration([
      {
        value: 'iothread',
        aliases: ['bh'],
        documentation: { summary: 'Frames are sent at once, in the bottom half of the main loop.' },
      },
      { value: 'timer', documentation: { summary: 'Frames are collected and sent when a timer runs out.' } },
    ]),
  },
  onOffAttribute(
    'ioeventfd',
    'Lets the kernel take doorbells of the card without stopping the virtual processor for QEMU.',
    'The kernel takes the doorbells.',
    'QEMU takes the doorbells.',
    { default: '`on` where possible', since: '0.9.3', needs: 'A virtio card.' },
  ),
  onOffAttribute(
    'event_idx',
    'Lets guest and host tell each other when a notification is wanted, which saves most of them.',
    'Notifications are sent when wanted.',
    'Every change is notified.',
    { default: '`on` where possible', since: '0.9.5', needs: 'A virtio card.' },
  ),
];

const hostdevModel: AttributeDeclaration = {
  name: 'model',
  sample: 'mlx5_vfio_pci',
  documentation: {
    summary: 'Name of the VFIO driver of the host that the device is bound to.',
    default: 'the variant driver that fits the device best, else `vfio-pci`',
    since: '10.0.0',
  },
  type: characters({ label: 'driver name', allowed: /[a-zA-Z0-9_+-]/, allowedText: 'letters, digits and _ + -' }),
};

const iommufd: AttributeDeclaration = {
  name: 'iommufd',
  documentation: {
    summary: 'Whether the device is handed over through IOMMUFD instead of the VFIO container.',
    since: '12.1.0',
  },
  type: yesNoMeaning('IOMMUFD is used.', 'The VFIO container is used.'),
};

const onlyHostdev: Limit = {
  effect: 'ignored',
  reason: "libvirt reads this for an interface of type='hostdev' only.",
  instead: 'Leave it out.',
  covers: [],
};

const notHostdev: Limit = {
  effect: 'ignored',
  reason: 'An interface of type hostdev is a real device, which has none of the options of a virtio card.',
  instead: 'Leave it out.',
  covers: [],
};

/** Options that libvirt reads for every card, and then refuses where the card is not virtio (`virDomainNetDefValidate`). */
const refusedOptions: Readonly<Record<string, string>> = {
  iommu: 'iommu driver option is only supported for virtio devices',
  ats: 'ats driver option is only supported for virtio devices',
  packed: 'packed driver option is only supported for virtio devices',
  page_per_vq: 'page_per_vq option is only supported for virtio devices',
};

function onHostdev(attribute: AttributeDeclaration): AttributeDeclaration {
  const libvirtMessage = refusedOptions[attribute.name];
  return {
    ...attribute,
    limit:
      libvirtMessage === undefined
        ? notHostdev
        : {
            effect: 'refused at define',
            reason: 'An interface of type hostdev is a real device and no virtio card; libvirt refuses the document.',
            instead: 'Leave it out.',
            covers: ['MOD04'],
            libvirtMessage,
          },
  };
}

const vhostDocumentation = { summary: 'The kernel of the host, by its vhost-net module; the faster one.' };

const vfio = { value: 'vfio', documentation: { summary: 'The VFIO framework of Linux; the one that QEMU knows.' } };
const xen = { value: 'xen', documentation: { summary: 'The PCI back end of Xen.' } };
const kvm = {
  value: 'kvm',
  documentation: { summary: 'The former mechanism of KVM, long gone from the kernel.' },
  unlisted: true as const,
};

/** Ways to hand over a host device. The schema lets them pass on any interface; that other cards have none is a rule. */
const handovers = [vfio, xen, kvm].map(entry => ({ ...entry, unlisted: true as const }));

const backends = enumeration([
  { value: 'vhost', documentation: vhostDocumentation },
  { value: 'qemu', documentation: { summary: 'The process of QEMU.' } },
  ...handovers,
]);

const backendsWithoutTap = enumeration([
  {
    value: 'vhost',
    documentation: vhostDocumentation,
    limit: {
      effect: 'ignored',
      drivers: ['qemu'],
      reason: 'The vhost module serves tap and macvtap devices only, and this type of interface has none.',
      instead: 'Leave name out.',
      covers: ['MOD18'],
    },
  },
  { value: 'qemu', documentation: { summary: 'The process of QEMU.' } },
  ...handovers,
]);

const backendName: AttributeDeclaration = {
  name: 'name',
  documentation: {
    summary: 'Who moves the frames between the guest and the tap device.',
    default: '`vhost` where the kernel has it, else `qemu`',
    needs: 'A virtio card.',
  },
  type: backends,
};

/** `<driver>` of a card that the hypervisor emulates. */
function virtioDriver(name: AttributeDeclaration): ElementDeclaration {
  return {
    name: 'driver',
    documentation: {
      summary: 'Tunes the back end of a virtio card: vhost, queues, offloads.',
      details: 'libvirt reads it only when `<model>` says virtio, and drops it silently for other cards.',
      since: '0.8.8',
      drivers: ['qemu'],
      needs: "`<model type='virtio'/>`.",
      page: 'formatdomain.html#setting-nic-driver-specific-options',
    },
    body: lazy(() => ({
      attributes: [
        name,
        ...virtioAttributes,
        { ...hostdevModel, limit: onlyHostdev },
        { ...iommufd, limit: onlyHostdev },
      ],
      children: [{ element: hostOffloads }, { element: guestOffloads }],
    })),
  };
}

/** Driver of a card with a tap or macvtap device. */
export const tapDriver = virtioDriver(backendName);

/** Driver of a card whose frames go another way. */
export const tunnelDriver = virtioDriver({ ...backendName, type: backendsWithoutTap });

/** Driver of a card whose back end is always vhost-user. */
export const vhostuserDriver = virtioDriver({
  ...backendName,
  limit: {
    effect: 'ignored',
    reason: 'The back end of this type of interface is always vhost-user, whatever name says.',
    instead: 'Leave name out.',
    covers: ['VU10'],
  },
});

/** `<driver>` of a device of the host. */
export const hostdevDriver: ElementDeclaration = {
  name: 'driver',
  documentation: {
    summary: 'How the device of the host is handed to the guest.',
    details: 'Leave it out: the default is right.',
    since: '1.0.5',
    page: 'formatdomain.html#pci-passthrough',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        documentation: { summary: 'The mechanism that hands the device over.', default: '`vfio` under QEMU' },
        type: enumeration([
          vfio,
          xen,
          kvm,
          { value: 'qemu', documentation: { summary: 'Back end of virtio cards.' }, unlisted: true },
          { value: 'vhost', documentation: { summary: 'Kernel back end of virtio cards.' }, unlisted: true },
        ]),
      },
      hostdevModel,
      iommufd,
      ...virtioAttributes.map(onHostdev),
    ],
    children: [
      { element: hostOffloads, limit: notHostdev },
      { element: guestOffloads, limit: notHostdev },
    ],
  })),
};
