import type { Picture, PictureNode } from './picture.ts';

const guests: readonly PictureNode[] = [
  { id: 'guestA', label: 'guest A', column: 0 },
  { id: 'guestB', label: 'guest B', column: 1 },
  { id: 'host', label: 'host', column: 2 },
];

const macvtaps: readonly PictureNode[] = [
  { id: 'macvtap0', label: 'macvtap0', column: 0 },
  { id: 'macvtap1', label: 'macvtap1', column: 1 },
];

const eth0: PictureNode = { id: 'eth0', label: 'eth0' };
const outside: PictureNode = { id: 'outside', label: 'outside' };

const shared = {
  links: [
    ['guestA', 'macvtap0'],
    ['guestB', 'macvtap1'],
    ['macvtap0', 'eth0'],
    ['macvtap1', 'eth0'],
    ['host', 'eth0'],
    ['eth0', 'switch'],
    ['switch', 'outside'],
  ],
} as const satisfies Partial<Picture>;

const toOutside = {
  to: 'outside',
  verdict: 'yes',
  path: ['guestA', 'macvtap0', 'eth0', 'switch', 'outside'],
  how: 'through eth0',
} as const;

const notToHost = {
  to: 'host',
  verdict: 'no',
  path: ['guestA', 'macvtap0', 'eth0'],
  blockedBefore: 'host',
  how: 'eth0 hands it nothing',
} as const;

function rowsWith(eth: PictureNode, note?: string): Picture['rows'] {
  const port: PictureNode = { id: 'switch', label: 'switch', ...(note && { note }) };
  return [guests, macvtaps, [eth], [port], [outside]];
}

/** What the macvtap device does with frames in each mode (`virNetDevMacVLanMode` in libvirt's virnetdevmacvlan.c). */
export const macvtapPictures = {
  bridge: {
    ...shared,
    name: 'macvtap-bridge',
    title: 'macvtap in mode bridge',
    description:
      'Two guests have macvtap devices on eth0, which hands frames from one guest straight to the other. Frames for the outside leave through eth0. The host is not reached.',
    rows: rowsWith(eth0),
    flows: [
      {
        to: 'guest',
        verdict: 'yes',
        path: ['guestA', 'macvtap0', 'eth0', 'macvtap1', 'guestB'],
        how: 'directly, if both are in mode bridge',
      },
      notToHost,
      toOutside,
    ],
  },
  vepa: {
    ...shared,
    name: 'macvtap-vepa',
    title: 'macvtap in mode vepa',
    description:
      'Two guests have macvtap devices on eth0. All frames leave through eth0; those for the other guest or for the host come back only if the switch reflects them (hairpin mode).',
    rows: rowsWith(eth0, 'hairpin needed'),
    flows: [
      {
        to: 'guest',
        verdict: 'depends',
        path: ['guestA', 'macvtap0', 'eth0', 'switch', 'eth0', 'macvtap1', 'guestB'],
        how: 'on a switch in hairpin mode',
      },
      {
        to: 'host',
        verdict: 'depends',
        path: ['guestA', 'macvtap0', 'eth0', 'switch', 'eth0', 'host'],
        how: 'on a switch in hairpin mode',
      },
      toOutside,
    ],
  },
  private: {
    ...shared,
    name: 'macvtap-private',
    title: 'macvtap in mode private',
    description:
      'Two guests have macvtap devices on eth0. All frames leave through eth0; what the switch sends back is not handed to the other guest. Only a router behind the switch can connect the two. The host is not reached.',
    rows: rowsWith(eth0, 'router needed'),
    flows: [
      {
        to: 'guest',
        verdict: 'no',
        path: ['guestA', 'macvtap0', 'eth0', 'switch', 'eth0'],
        blockedBefore: 'macvtap1',
        how: 'except through a router',
      },
      notToHost,
      toOutside,
    ],
  },
  passthrough: {
    name: 'macvtap-passthrough',
    title: 'macvtap in mode passthrough',
    description:
      'eth0 belongs to guest A alone, eth1 to guest B, and the host has eth2. They reach each other and the outside by way of the switch.',
    rows: [
      guests,
      macvtaps,
      [
        { id: 'eth0', label: 'eth0', column: 0 },
        { id: 'eth1', label: 'eth1', column: 1 },
        { id: 'eth2', label: 'eth2', column: 2 },
      ],
      [{ id: 'switch', label: 'switch' }],
      [outside],
    ],
    links: [
      ['guestA', 'macvtap0'],
      ['guestB', 'macvtap1'],
      ['macvtap0', 'eth0'],
      ['macvtap1', 'eth1'],
      ['host', 'eth2'],
      ['eth0', 'switch'],
      ['eth1', 'switch'],
      ['eth2', 'switch'],
      ['switch', 'outside'],
    ],
    owned: ['guestA', 'macvtap0', 'eth0'],
    flows: [
      {
        to: 'guest',
        verdict: 'yes',
        path: ['guestA', 'macvtap0', 'eth0', 'switch', 'eth1', 'macvtap1', 'guestB'],
        how: 'through the switch',
      },
      {
        to: 'host',
        verdict: 'yes',
        path: ['guestA', 'macvtap0', 'eth0', 'switch', 'eth2', 'host'],
        how: 'through the switch and another device',
      },
      { ...toOutside, how: 'through eth0, with the MAC of the guest' },
    ],
  },
} as const satisfies Readonly<Record<string, Picture>>;

export type MacvtapMode = keyof typeof macvtapPictures;
