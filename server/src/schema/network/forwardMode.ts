import type { EnumerationValue } from '../datatypes/enumeration.ts';

/** The forward modes that libvirt's schema knows; without `<forward>` a network is isolated. */
export const forwardModes = [
  {
    value: 'nat',
    aliases: ['natted', 'masquerade'],
    documentation: {
      summary: 'Guests are routed to other networks with the address of the host.',
      details:
        'libvirt makes the bridge, runs dnsmasq and writes firewall rules; nobody outside reaches a guest unasked.',
      reachability: {
        guestToGuest: 'yes, on this network',
        guestToHost: 'yes',
        guestToOutside: 'yes, with the address of the host; not the other way round',
        requires: 'nothing',
      },
    },
  },
  {
    value: 'route',
    aliases: ['routed'],
    documentation: {
      summary: 'Guests are routed to other networks with their own addresses.',
      details: 'Routers around must know the way to the subnet of the network.',
      since: '0.4.2',
      reachability: {
        guestToGuest: 'yes, on this network',
        guestToHost: 'yes',
        guestToOutside: 'yes, in both directions',
        requires: 'routes to the subnet on the routers outside',
      },
    },
  },
  {
    value: 'open',
    documentation: {
      summary: 'As `route`, but libvirt leaves the firewall alone.',
      since: '2.2.0',
      reachability: {
        guestToGuest: 'yes, on this network',
        guestToHost: 'as the firewall of the host says',
        guestToOutside: 'as the firewall of the host says',
        requires: 'firewall rules and routes of your own',
      },
    },
  },
  {
    value: 'bridge',
    aliases: ['bridged'],
    documentation: {
      summary: 'Guests sit on the same wire as the host: on a bridge of the host, or by macvtap in bridge mode.',
      details:
        'With `<bridge name=…>` guests become ports of that bridge, which the administrator or Open vSwitch has made; with `dev` or `<interface>` they get macvtap devices.',
      since: '0.9.4',
      reachability: {
        guestToGuest: 'yes',
        guestToHost: 'yes on a bridge; no with macvtap',
        guestToOutside: 'yes',
        requires: 'a bridge on the host, or a device for macvtap',
      },
    },
  },
  {
    value: 'passthrough',
    aliases: ['passthru', 'pass-through'],
    documentation: {
      summary: 'Each guest gets a device of the pool for itself, through macvtap in passthrough mode.',
      since: '0.9.4',
      reachability: {
        guestToGuest: 'by way of the switch, or of the NIC for virtual functions',
        guestToHost: 'by way of the switch, or of the NIC for virtual functions',
        guestToOutside: 'yes',
        requires: 'a device for each guest',
      },
    },
  },
  {
    value: 'private',
    documentation: {
      summary: 'Guests get macvtap devices that never hand frames to each other.',
      since: '0.9.4',
      reachability: {
        guestToGuest: 'no',
        guestToHost: 'no',
        guestToOutside: 'yes',
        requires: 'nothing',
      },
    },
  },
  {
    value: 'vepa',
    documentation: {
      summary: 'All frames of the guests go to the switch outside, which must send them back for other guests.',
      since: '0.9.4',
      reachability: {
        guestToGuest: 'only by way of a switch that reflects frames',
        guestToHost: 'no',
        guestToOutside: 'yes',
        requires: 'a switch with reflective relay (IEEE 802.1Qbg)',
      },
    },
  },
  {
    value: 'hostdev',
    aliases: ['sriov', 'sr-iov', 'pci'],
    documentation: {
      summary: 'Each guest gets a virtual function of an SR-IOV NIC handed over.',
      since: '0.10.0',
      reachability: {
        guestToGuest: 'through the NIC or the switch',
        guestToHost: 'through the NIC or the switch',
        guestToOutside: 'yes',
        requires: 'an SR-IOV NIC and an IOMMU',
      },
    },
  },
] as const satisfies readonly EnumerationValue[];

export type ForwardMode = (typeof forwardModes)[number]['value'];
