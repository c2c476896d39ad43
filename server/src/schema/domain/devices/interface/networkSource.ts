import { characters, deviceName } from '../../../datatypes/characters.ts';
import { enumeration } from '../../../datatypes/enumeration.ts';
import { anyText } from '../../../datatypes/text.ts';
import { uuid } from '../../../datatypes/uuid.ts';
import type { AttributeDeclaration, ElementDeclaration, Limit } from '../../../model.ts';
import { lazy } from '../../../model.ts';

const network: AttributeDeclaration = {
  name: 'network',
  sample: 'default',
  documentation: {
    summary: 'Name of the network that libvirt manages; `virsh net-list --all` lists them.',
    details: 'Looked up when the guest starts. Many installations come with one that is called `default`.',
  },
  type: anyText,
};

const portgroup: AttributeDeclaration = {
  name: 'portgroup',
  sample: 'engineering',
  documentation: {
    summary: 'Name of the port group of the network, whose bandwidth, VLAN and virtual port settings apply.',
    details:
      'If the network has no group of that name, none applies, not even the default one, and nothing is reported.',
    default: 'the port group that the network marks as its default',
    since: '0.9.4',
  },
  type: deviceName,
};

const portid: AttributeDeclaration = {
  name: 'portid',
  documentation: {
    summary: 'UUID of the port that the network gave to the running guest.',
    since: '5.1.0',
  },
  type: uuid,
};

const bridge: AttributeDeclaration = {
  name: 'bridge',
  sample: 'br0',
  documentation: {
    summary: 'Name of the bridge on the host: a Linux bridge or one of Open vSwitch.',
    details: 'It must exist when the guest starts. Under VMware it is the name of the port group.',
  },
  type: characters({
    label: 'bridge name',
    allowed: /[a-zA-Z0-9_.\-\\:/ ]/,
    allowedText: 'letters, digits, blanks and _ . - \\ : /',
    empty: true,
  }),
};

const macTableManager: AttributeDeclaration = {
  name: 'macTableManager',
  documentation: {
    summary: 'Who fills the MAC table of the bridge that the running guest is plugged into.',
    since: '1.2.11',
  },
  type: enumeration([
    { value: 'kernel', documentation: { summary: 'The kernel learns addresses from the traffic and floods.' } },
    { value: 'libvirt', documentation: { summary: 'libvirt enters the addresses, and learning is off.' } },
  ]),
};

function limited(attribute: AttributeDeclaration, limit: Limit): AttributeDeclaration {
  return { ...attribute, limit };
}

const liveOnly = (what: string): Limit => ({
  effect: 'output-only',
  reason: `libvirt prints ${what} for a running guest and skips it when it reads a definition.`,
  instead: 'Leave it out.',
  covers: ['IF039'],
});

const onlyForNetwork: Limit = {
  effect: 'ignored',
  reason: "libvirt reads this from a source of type='network' only.",
  instead: "Leave it out, or set type='network' if a libvirt network is meant.",
  covers: ['IF038', 'IF039'],
};

/** What libvirt's schema tolerates on the sources of bridges and NICs although only networks have it. */
export const networkOnlyAttributes: readonly AttributeDeclaration[] = [
  limited(network, onlyForNetwork),
  limited(portgroup, onlyForNetwork),
  limited(portid, liveOnly('the port')),
];

/** `<source>` of an interface in a libvirt network. */
export const networkSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The libvirt network, and the port group in it, that the guest is connected to.',
    page: 'formatdomain.html#virtual-network',
  },
  body: lazy(() => ({
    attributes: [
      { ...network, required: true },
      portgroup,
      limited(portid, liveOnly('the port')),
      limited(bridge, {
        ...liveOnly('the bridge of the network'),
        instead: "Leave it out, or set type='bridge' if the bridge is to be used without the network.",
      }),
      limited(macTableManager, liveOnly('the manager of the MAC table')),
    ],
  })),
};

/** `<source>` of an interface in a bridge of the host. */
export const bridgeSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The bridge of the host that the guest is plugged into.',
    page: 'formatdomain.html#bridge-to-lan',
  },
  body: lazy(() => ({
    attributes: [
      { ...bridge, required: true },
      ...networkOnlyAttributes,
      limited(macTableManager, liveOnly('the manager of the MAC table')),
    ],
  })),
};
