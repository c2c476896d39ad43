import type { Picture, PictureNode } from './picture.ts';

const guests: readonly PictureNode[] = [
  { id: 'guestA', label: 'guest A', column: 0 },
  { id: 'guestB', label: 'guest B', column: 1 },
  { id: 'host', label: 'host', column: 2 },
];

function portsOf(names: readonly [string, string]): readonly PictureNode[] {
  return [
    { id: 'portA', label: names[0], column: 0 },
    { id: 'portB', label: names[1], column: 1 },
  ];
}

const outside: PictureNode = { id: 'outside', label: 'outside' };

const shared = {
  links: [
    ['guestA', 'portA'],
    ['guestB', 'portB'],
    ['portA', 'bridge'],
    ['portB', 'bridge'],
    ['host', 'bridge'],
    ['bridge', 'uplink'],
    ['uplink', 'outside'],
  ],
} as const satisfies Partial<Picture>;

const toGuest = ['guestA', 'portA', 'bridge', 'portB', 'guestB'] as const;
const toHost = ['guestA', 'portA', 'bridge', 'host'] as const;
const toOutside = ['guestA', 'portA', 'bridge', 'uplink', 'outside'] as const;

/** Guests on a switch inside the host that is linked to the outside on layer 2. */
export const bridgePictures = {
  bridge: {
    ...shared,
    name: 'bridge',
    title: 'Linux bridge',
    description:
      'Two guests are ports of the bridge br0, as is the NIC eth0; the host has its address on the bridge. All reach each other and the outside.',
    rows: [
      guests,
      portsOf(['vnet0', 'vnet1']),
      [{ id: 'bridge', label: 'br0' }],
      [{ id: 'uplink', label: 'eth0' }],
      [outside],
    ],
    flows: [
      { to: 'guest', verdict: 'yes', path: toGuest, how: 'on the bridge' },
      { to: 'host', verdict: 'yes', path: toHost, how: 'at the address of the bridge' },
      { to: 'outside', verdict: 'yes', path: toOutside, how: 'if a NIC of the host is in the bridge' },
    ],
  },
  openvswitch: {
    ...shared,
    name: 'openvswitch',
    title: 'Open vSwitch',
    description:
      'Two guests are ports of the Open vSwitch bridge ovsbr0, as is the NIC eth0. The flows and VLANs of the bridge decide who reaches whom; the host takes part if it has an internal port.',
    rows: [
      guests,
      portsOf(['vnet0', 'vnet1']),
      [{ id: 'bridge', label: 'ovsbr0', note: 'flows and VLANs decide' }],
      [{ id: 'uplink', label: 'eth0' }],
      [outside],
    ],
    flows: [
      { to: 'guest', verdict: 'yes', path: toGuest, how: 'in the same VLAN, as the flows allow' },
      { to: 'host', verdict: 'depends', path: toHost, how: 'on an internal port with an address' },
      { to: 'outside', verdict: 'yes', path: toOutside, how: 'through the uplink of the bridge' },
    ],
  },
  hostdev: {
    name: 'hostdev',
    title: 'Virtual function of an SR-IOV NIC',
    description:
      'Each guest has a virtual function of the NIC for itself, the host has the physical function. They reach each other through the switch inside the NIC, and the outside through its port.',
    rows: [
      guests,
      [
        { id: 'portA', label: 'VF 0', column: 0 },
        { id: 'portB', label: 'VF 1', column: 1 },
        { id: 'function', label: 'PF', column: 2 },
      ],
      [{ id: 'bridge', label: 'SR-IOV NIC', note: 'has a switch inside' }],
      [{ id: 'uplink', label: 'switch' }],
      [outside],
    ],
    links: [
      ['guestA', 'portA'],
      ['guestB', 'portB'],
      ['host', 'function'],
      ['portA', 'bridge'],
      ['portB', 'bridge'],
      ['function', 'bridge'],
      ['bridge', 'uplink'],
      ['uplink', 'outside'],
    ],
    owned: ['guestA', 'portA'],
    flows: [
      { to: 'guest', verdict: 'yes', path: toGuest, how: 'through the switch inside the NIC' },
      {
        to: 'host',
        verdict: 'yes',
        path: ['guestA', 'portA', 'bridge', 'function', 'host'],
        how: 'through the switch inside the NIC',
      },
      { to: 'outside', verdict: 'yes', path: toOutside, how: 'past the host' },
    ],
  },
} as const satisfies Readonly<Record<string, Picture>>;
