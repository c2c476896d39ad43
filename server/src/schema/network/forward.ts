import { deviceName } from '../datatypes/characters.ts';
import { enumeration } from '../datatypes/enumeration.ts';
import { integer, maxUnsignedInt, portNumber } from '../datatypes/integer.ts';
import { ipv4Address } from '../datatypes/ipAddress.ts';
import { yesNoMeaning } from '../datatypes/yesNo.ts';
import type { Documentation } from '../documentation.ts';
import type { AttributeDeclaration, Body, ChildDeclaration, ElementDeclaration, Limit } from '../model.ts';
import { lazy } from '../model.ts';
import { forwardModes } from './forwardMode.ts';
import { hostDeviceDriver } from './hostDeviceDriver.ts';
import { hostPciAddress } from './pciAddress.ts';

/** How many guests use something at the moment; libvirt prints it and does not read it. */
export function connectionsOf(thing: string): AttributeDeclaration {
  return {
    name: 'connections',
    documentation: { summary: `How many guests use ${thing} at the moment.` },
    type: integer({ min: 0, max: maxUnsignedInt, signed: true }),
    limit: {
      effect: 'output-only',
      reason: 'libvirt prints this for a running network and does not read it from a definition.',
      instead: 'Leave it out.',
      covers: [],
    },
  };
}

/** A device of the pool, or the device that routed traffic leaves by. */
export const forwardInterface: ElementDeclaration = {
  name: 'interface',
  documentation: {
    summary: 'A device of the host that guests are connected to, or that routed traffic leaves by.',
    details:
      'With the macvtap modes the devices form a pool, of which each guest gets one: a free one with passthrough, the least used one otherwise. With nat and route there can be one only.',
    since: '0.9.4',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'dev',
        required: true,
        sample: 'eth0',
        documentation: { summary: 'Name of the network device on the host.' },
        type: deviceName,
      },
      connectionsOf('the device'),
    ],
  })),
};

/** A virtual function of the pool. */
export const forwardAddress: ElementDeclaration = {
  name: 'address',
  documentation: {
    summary: 'A virtual function that a guest may get, named by its PCI address.',
    details: '`lspci -D` prints the address as domain:bus:slot.function. With `<pf>` libvirt finds all of them itself.',
    since: '0.10.0',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'type',
        required: true,
        sample: 'pci',
        documentation: { summary: 'Bus of the device.' },
        type: enumeration([{ value: 'pci', documentation: { summary: 'A PCI device.' } }]),
      },
      ...hostPciAddress,
      connectionsOf('the virtual function'),
    ],
  })),
};

/** The physical function whose virtual functions are the pool. */
export const forwardPf: ElementDeclaration = {
  name: 'pf',
  documentation: {
    summary: 'The physical function of an SR-IOV NIC; all its virtual functions are the pool.',
    since: '0.9.10',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'dev',
        required: true,
        sample: 'eth0',
        documentation: { summary: 'Name of the physical function as a network device of the host.' },
        type: deviceName,
      },
    ],
  })),
};

const stopLimit: Limit = {
  effect: 'refused at define',
  reason: 'The end of the range is called end; the prose of the documentation says stop, which libvirt refuses.',
  instead: 'Write end.',
  covers: ['NW52'],
};

function range(
  name: string,
  documentation: Documentation,
  type: AttributeDeclaration['type'],
  samples: readonly [string, string],
): ElementDeclaration {
  return {
    name,
    documentation,
    body: lazy(() => ({
      attributes: [
        { name: 'start', required: true, sample: samples[0], documentation: { summary: 'First of the range.' }, type },
        {
          name: 'end',
          required: true,
          sample: samples[1],
          documentation: { summary: 'Last of the range; the same as `start` for a single one.' },
          type,
        },
        {
          name: 'stop',
          documentation: { summary: 'A slip of the documentation of libvirt: the name is `end`.' },
          type,
          limit: stopLimit,
        },
      ],
    })),
  };
}

/** Addresses that guests appear with. */
export const natAddress = range(
  'address',
  {
    summary: 'IPv4 addresses that the guests appear with outside.',
    default: 'the address of the device that the traffic leaves by',
    since: '1.0.3',
  },
  ipv4Address,
  ['203.0.113.10', '203.0.113.20'],
);

/** Ports that guests appear with. */
export const natPort = range(
  'port',
  { summary: 'Source ports that connections of the guests are moved to.', default: '1024 to 65535', since: '1.0.3' },
  portNumber,
  ['1024', '65535'],
);

/** How addresses are translated. */
export const nat: ElementDeclaration = {
  name: 'nat',
  documentation: {
    summary: 'Addresses and ports that the traffic of the guests appears with outside.',
    since: '1.0.3',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'ipv6',
        documentation: {
          summary: 'Whether IPv6 addresses are translated as well.',
          default: '`no`: IPv6 is routed',
          since: '6.5.0',
        },
        type: yesNoMeaning(
          'IPv6 addresses of guests are translated as IPv4 ones are.',
          'IPv6 packets keep their addresses.',
        ),
      },
    ],
    children: [{ element: natAddress }, { element: natPort }],
  })),
};

const mode: AttributeDeclaration = {
  name: 'mode',
  documentation: {
    summary: 'How the guests reach other networks; it decides what else may stand in the network.',
    default: '`nat`',
  },
  type: enumeration(forwardModes, 'forward mode'),
};

const dev: AttributeDeclaration = {
  name: 'dev',
  sample: 'eth0',
  documentation: {
    summary: 'The one device of the host that traffic may leave by, or the only device of the pool.',
    details: 'Short for a single `<interface>` inside.',
    default: 'any device, as the routes of the host say',
  },
  type: deviceName,
};

const managed: AttributeDeclaration = {
  name: 'managed',
  documentation: {
    summary: 'Whether libvirt takes a virtual function from its host driver when a guest starts, and gives it back.',
    default: '`no`',
    since: '0.10.0',
  },
  type: yesNoMeaning(
    'libvirt detaches and attaches the functions itself.',
    'Somebody else detaches the functions before.',
  ),
};

function ignored(what: string, instead: string, covers: readonly string[] = []): Limit {
  return { effect: 'ignored', reason: `${what} and has no effect here.`, instead, covers };
}

const managedLimit = ignored(
  'managed is read for a pool of virtual functions',
  "Leave it out, or use mode='hostdev'.",
  ['NW73'],
);
const driverLimit = ignored('<driver> is read for a pool of virtual functions', "Leave it out, or use mode='hostdev'.");
const pfLimit = ignored(
  '<pf> makes a pool of virtual functions',
  'Leave it out, or use a mode that has a pool, such as hostdev or passthrough.',
);

const natLimit: Limit = {
  effect: 'refused at define',
  reason: 'Only a network that translates addresses has <nat>; libvirt refuses it with this mode.',
  instead: "Leave it out, or use mode='nat'.",
  covers: ['NW51'],
  libvirtMessage: "The <nat> element can only be used when <forward> 'mode' is 'nat' in network %1$s",
};

const openDeviceLimit: Limit = {
  effect: 'refused at define',
  reason: 'With mode open libvirt writes no firewall rules, so it cannot bind the traffic to a device and refuses one.',
  instead: "Leave it out, or use mode='route'.",
  covers: ['NW06'],
  libvirtMessage: "forward dev not allowed for network '%1$s' with forward mode='open'",
};

interface ForwardParts {
  readonly pool?: 'devices' | 'functions';
  readonly nat?: true;
  /** Why no device can be named. */
  readonly device?: Limit;
}

function partsOf({ pool, nat: translated, device: deviceLimit }: ForwardParts): () => Body {
  return lazy(() => {
    const functions = pool === 'functions';
    const children: ChildDeclaration[] = [
      { element: forwardInterface, repeatable: true, ...(deviceLimit && { limit: deviceLimit }) },
      { element: forwardPf, ...(!pool && { limit: pfLimit }) },
      { element: forwardAddress, repeatable: true },
      { element: hostDeviceDriver, ...(!functions && { limit: driverLimit }) },
      { element: nat, ...(!translated && { limit: natLimit }) },
    ];
    return {
      attributes: [
        { ...dev, ...(deviceLimit && { limit: deviceLimit }) },
        { ...managed, ...(!functions && { limit: managedLimit }) },
      ],
      children,
    };
  });
}

/** How the network is connected to the world. */
export const forward: ElementDeclaration = {
  name: 'forward',
  documentation: {
    summary: 'Connects the network to the world; without it the guests reach each other and the host only.',
    page: 'formatnetwork.html#connectivity',
  },
  body: lazy(() => ({
    attributes: [mode],
    variants: [
      {
        attribute: 'mode',
        whenAbsent: 'nat',
        cases: {
          nat: partsOf({ nat: true }),
          route: partsOf({}),
          open: partsOf({ device: openDeviceLimit }),
          bridge: partsOf({ pool: 'devices' }),
          passthrough: partsOf({ pool: 'devices' }),
          private: partsOf({ pool: 'devices' }),
          vepa: partsOf({ pool: 'devices' }),
          hostdev: partsOf({ pool: 'functions' }),
        },
      },
    ],
  })),
};
