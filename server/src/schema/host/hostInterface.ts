import { deviceName } from '../datatypes/characters.ts';
import { enumeration } from '../datatypes/enumeration.ts';
import { integer, unsignedInt } from '../datatypes/integer.ts';
import { anyMac } from '../datatypes/macAddress.ts';
import { onOffMeaning } from '../datatypes/onOff.ts';
import { pattern } from '../datatypes/pattern.ts';
import type { AttributeDeclaration, Body, ChildDeclaration, ElementDeclaration, Limit } from '../model.ts';
import { lazy } from '../model.ts';
import { bondOf } from './bond.ts';
import { protocol } from './protocol.ts';

/** The types of an interface of the host (`virInterfaceType`). */
export const hostInterfaceTypes = ['ethernet', 'bridge', 'bond', 'vlan'] as const;

export type HostInterfaceType = (typeof hostInterfaceTypes)[number];

const summaries: Readonly<Record<HostInterfaceType, string>> = {
  ethernet: 'A network card.',
  bridge: 'A Linux bridge, which guests can be plugged into.',
  bond: 'Several network cards that act as one.',
  vlan: 'One VLAN of another interface.',
};

/** The types that are possible in a place; `within` is told about the others. */
function typeOf(types: readonly HostInterfaceType[], within = ''): AttributeDeclaration {
  const limit: Limit = {
    effect: 'refused at define',
    reason: `libvirt refuses an interface of this type in a ${within}.`,
    instead: `A ${within} takes type ${types.join(', ')}.`,
    covers: ['HI04'],
    libvirtMessage: "interface has unsupported type '%1$s'",
  };
  return {
    name: 'type',
    required: true,
    documentation: { summary: 'What the interface is; it decides what may stand inside.' },
    type: enumeration(
      hostInterfaceTypes.map(value => ({
        value,
        documentation: { summary: summaries[value] },
        ...(!types.includes(value) && { limit }),
      })),
      'interface type',
    ),
  };
}

function nameOf(sample: string): AttributeDeclaration {
  return {
    name: 'name',
    required: true,
    sample,
    documentation: { summary: 'Name of the network device, at most 15 characters; for a VLAN usually `DEVICE.TAG`.' },
    type: deviceName,
  };
}

const mac: ElementDeclaration = {
  name: 'mac',
  documentation: { summary: 'MAC address of the card.', default: 'told by the name' },
  body: lazy(() => ({
    attributes: [
      { name: 'address', required: true, documentation: { summary: 'The address of the card.' }, type: anyMac },
    ],
  })),
};

const link: ElementDeclaration = {
  name: 'link',
  documentation: {
    summary: 'Speed and state of the link, which libvirt prints for interfaces that are up.',
    since: '1.2.5',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'speed',
        sample: '1000',
        documentation: { summary: 'Speed of the link.', unit: 'Mbit/s' },
        type: unsignedInt,
      },
      {
        name: 'state',
        documentation: { summary: 'State of the link, in the terms of RFC 2863.' },
        type: enumeration([
          { value: 'up', documentation: { summary: 'Frames pass.' } },
          { value: 'down', documentation: { summary: 'No frames pass.' } },
          { value: 'unknown', documentation: { summary: 'The driver does not tell.' } },
          { value: 'dormant', documentation: { summary: 'The link waits for something outside.' } },
          { value: 'lowerlayerdown', documentation: { summary: 'The device below is down.' } },
          { value: 'notpresent', documentation: { summary: 'A part is missing.' } },
          { value: 'testing', documentation: { summary: 'The link is being tested.' } },
        ]),
      },
    ],
  })),
};

const start: ElementDeclaration = {
  name: 'start',
  documentation: { summary: 'When the host brings the interface up.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'mode',
        required: true,
        documentation: { summary: 'The occasion.' },
        type: enumeration([
          { value: 'onboot', aliases: ['boot', 'auto'], documentation: { summary: 'When the host boots.' } },
          { value: 'none', aliases: ['manual'], documentation: { summary: 'When somebody asks for it.' } },
          { value: 'hotplug', documentation: { summary: 'When the device appears.' } },
        ]),
      },
    ],
  })),
};

const mtu: ElementDeclaration = {
  name: 'mtu',
  documentation: { summary: 'Largest payload of a frame.', default: '1500' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'size',
        required: true,
        sample: '9000',
        documentation: { summary: 'The MTU of the interface.', unit: 'bytes' },
        // The schema of libvirt takes 32 bits, `virInterfaceDefParseMtu` no more than this.
        type: integer({ min: 0, max: 100000 }),
      },
    ],
  })),
};

const vlan: ElementDeclaration = {
  name: 'vlan',
  documentation: { summary: 'The VLAN that the interface takes from another one.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'tag',
        required: true,
        sample: '42',
        documentation: { summary: 'Number of the VLAN, 1 to 4094.' },
        type: integer({ min: 0, max: 4095, signed: true }),
      },
    ],
    children: [
      {
        required: true,
        element: {
          name: 'interface',
          documentation: { summary: 'The interface that carries the VLAN.' },
          body: lazy(() => ({ attributes: [nameOf('eth0')] })),
        },
      },
    ],
  })),
};

function member(name: string, types: readonly HostInterfaceType[]): ElementDeclaration {
  const parts: Readonly<Record<HostInterfaceType, () => Body>> = {
    ethernet: lazy(() => ({ children: [{ element: mac }, { element: link }] })),
    vlan: lazy(() => ({ children: [{ element: vlan, required: true }, { element: link }] })),
    bond: lazy(() => ({ children: [{ element: bond, required: true }, { element: link }] })),
    bridge: lazy(() => ({ children: [{ element: bridge, required: true }] })),
  };
  return {
    name: 'interface',
    documentation: {
      summary: `An interface of the host that belongs to the ${name}.`,
      details: `Addresses, MTU and start belong to the ${name} itself.`,
    },
    body: lazy(() => ({
      attributes: [typeOf(types, name), nameOf('eth0')],
      variants: [{ attribute: 'type', cases: parts }],
    })),
  };
}

/** What makes an interface of the host a bond. */
export const bond = bondOf(member('bond', ['ethernet']));

const bridge: ElementDeclaration = {
  name: 'bridge',
  documentation: { summary: 'The bridge and the interfaces of the host that are its ports.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'stp',
        documentation: { summary: 'Spanning tree protocol on the bridge.' },
        type: onOffMeaning(
          'The bridge takes part in the spanning tree.',
          'The bridge takes no part in the spanning tree.',
        ),
      },
      {
        name: 'delay',
        sample: '0',
        documentation: { summary: 'How long a new port waits before it forwards frames.', unit: 'seconds' },
        type: pattern({
          label: 'number of seconds from 0',
          pattern: /^\s*(?:\+?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-0+(?:\.0*)?)\s*$/,
          advice: 'write a number such as 0 or 1.5',
        }),
      },
    ],
    children: [{ element: member('bridge', ['ethernet', 'vlan', 'bond']), repeatable: true }],
  })),
};

const addressing: readonly ChildDeclaration[] = [
  { element: start },
  { element: mtu },
  { element: protocol, repeatable: true },
];

function typeBody(name: string, own: readonly ChildDeclaration[]): () => Body {
  return lazy(() => ({ attributes: [nameOf(name)], children: [...own, ...addressing] }));
}

/** The root of an interface of the host (`virsh iface-define`). */
export const hostInterface: ElementDeclaration = {
  name: 'interface',
  documentation: {
    summary: 'A network interface of the host.',
    details:
      '`virsh iface-define` takes it, on hosts whose network libvirt can set up (netcf), and `iface-dumpxml` prints it.',
    since: '0.6.4',
  },
  body: lazy(() => ({
    attributes: [typeOf(hostInterfaceTypes), nameOf('br0')],
    variants: [
      {
        attribute: 'type',
        cases: {
          ethernet: typeBody('eth0', [{ element: mac }, { element: link }]),
          bridge: typeBody('br0', [{ element: bridge, required: true }]),
          bond: typeBody('bond0', [{ element: bond, required: true }, { element: link }]),
          vlan: typeBody('eth0.42', [{ element: vlan, required: true }, { element: link }]),
        },
      },
    ],
  })),
};
