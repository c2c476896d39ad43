import type { Flow, Picture, PictureNode } from './picture.ts';

const guests: readonly PictureNode[] = [
  { id: 'guestA', label: 'guest A', column: 0 },
  { id: 'guestB', label: 'guest B', column: 1 },
];

const links: Picture['links'] = [
  ['guestA', 'portA'],
  ['guestB', 'portB'],
  ['portA', 'bridge'],
  ['portB', 'bridge'],
  ['bridge', 'host'],
  ['host', 'outside'],
];

const toGuest: Flow = {
  to: 'guest',
  verdict: 'yes',
  path: ['guestA', 'portA', 'bridge', 'portB', 'guestB'],
  how: 'on this network',
};
const toHost: Flow = {
  to: 'host',
  verdict: 'yes',
  path: ['guestA', 'portA', 'bridge', 'host'],
  how: 'at its address on virbr0',
};
const toOutside = ['guestA', 'portA', 'bridge', 'host', 'outside'] as const;

function rowsWith(note: string): Picture['rows'] {
  return [
    guests,
    [
      { id: 'portA', label: 'vnet0', column: 0 },
      { id: 'portB', label: 'vnet1', column: 1 },
    ],
    [{ id: 'bridge', label: 'virbr0', note: 'made by libvirt' }],
    [{ id: 'host', label: 'host', note }],
    [{ id: 'outside', label: 'outside' }],
  ];
}

/** Networks whose bridge libvirt makes, with the host as the router; and user mode, where a process stands for it. */
export const networkPictures = {
  nat: {
    name: 'network-nat',
    title: 'Network with forward mode nat',
    description:
      'Two guests are on the bridge virbr0 of the network. The host routes their traffic to the outside with its own address; nobody outside reaches a guest unasked.',
    rows: rowsWith('routes, with NAT'),
    links,
    flows: [
      toGuest,
      toHost,
      { to: 'outside', verdict: 'yes', path: toOutside, how: 'outwards, with the address of the host' },
    ],
  },
  route: {
    name: 'network-route',
    title: 'Network with forward mode route',
    description:
      'Two guests are on the bridge virbr0 of the network. The host routes their traffic with their own addresses, if the routers outside know the way back.',
    rows: rowsWith('routes, without NAT'),
    links,
    flows: [
      toGuest,
      toHost,
      { to: 'outside', verdict: 'depends', path: toOutside, how: 'routers outside need a route back' },
    ],
  },
  open: {
    name: 'network-open',
    title: 'Network with forward mode open',
    description:
      'Two guests are on the bridge virbr0 of the network. libvirt adds no firewall rules: those of the host decide about the traffic to the host and the outside.',
    rows: rowsWith('firewall is yours'),
    links,
    flows: [
      toGuest,
      { ...toHost, verdict: 'depends', how: 'as the firewall of the host says' },
      { to: 'outside', verdict: 'depends', path: toOutside, how: 'firewall, and a route back' },
    ],
  },
  isolated: {
    name: 'network-isolated',
    title: 'Isolated network',
    description:
      'Two guests are on the bridge virbr0 of a network without forward. They reach each other and the host, which forwards nothing to the outside.',
    rows: rowsWith('forwards nothing'),
    links,
    flows: [
      toGuest,
      toHost,
      {
        to: 'outside',
        verdict: 'no',
        path: ['guestA', 'portA', 'bridge', 'host'],
        blockedBefore: 'outside',
        how: 'the network has no forward',
      },
    ],
  },
  user: {
    name: 'user',
    title: 'User-mode network',
    description:
      'Each guest has a process of its own, slirp or passt, that makes its connections for it on the host. It reaches the host and the outside, and no other guest.',
    rows: [
      guests,
      [
        { id: 'portA', label: 'passt, slirp', column: 0 },
        { id: 'portB', label: 'passt, slirp', column: 1 },
      ],
      [{ id: 'host', label: 'host', note: 'connects as a process' }],
      [{ id: 'outside', label: 'outside' }],
    ],
    links: [
      ['guestA', 'portA'],
      ['guestB', 'portB'],
      ['portA', 'host'],
      ['portB', 'host'],
      ['host', 'outside'],
    ],
    flows: [
      {
        to: 'guest',
        verdict: 'no',
        path: ['guestA', 'portA', 'host'],
        blockedBefore: 'portB',
        how: 'each is in a network of its own',
      },
      { to: 'host', verdict: 'yes', path: ['guestA', 'portA', 'host'], how: 'outwards, at the gateway of its network' },
      {
        to: 'outside',
        verdict: 'yes',
        path: ['guestA', 'portA', 'host', 'outside'],
        how: 'outwards; inwards only forwarded ports',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Picture>>;
