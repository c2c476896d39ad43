import type { Datatype } from '../../../datatypes/datatype.ts';
import { enumeration } from '../../../datatypes/enumeration.ts';
import { integer, positiveInt } from '../../../datatypes/integer.ts';
import { ipAddress, ipv4Address, ipv6Address } from '../../../datatypes/ipAddress.ts';
import type { AttributeDeclaration, Body, ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

const ipv4Prefix = integer({ min: 0, max: 32, signed: true });
const ipv6Prefix = integer({ min: 0, max: 128, signed: true });

const familyAttribute: AttributeDeclaration = {
  name: 'family',
  documentation: { summary: 'Version of the Internet Protocol.', default: 'told by the address' },
  type: enumeration([
    { value: 'ipv4', aliases: ['inet', '4', 'v4', 'ip4'], documentation: { summary: 'Internet Protocol version 4.' } },
    { value: 'ipv6', aliases: ['inet6', '6', 'v6', 'ip6'], documentation: { summary: 'Internet Protocol version 6.' } },
  ]),
};

/** The types of one family, and values to start from. */
interface Family {
  readonly address: Datatype;
  readonly prefix: Datatype;
  readonly samples: {
    readonly address: string;
    readonly prefix: string;
    readonly gateway: string;
    readonly network: string;
  };
}

const ipv4Samples = { address: '192.0.2.10', prefix: '24', gateway: '192.0.2.1', network: '198.51.100.0' };
const ipv6Samples = { address: '2001:db8::10', prefix: '64', gateway: '2001:db8::1', network: '2001:db8:1::' };

const anyFamily: Family = { address: ipAddress, prefix: ipv6Prefix, samples: ipv4Samples };
const onlyIpv4: Family = { address: ipv4Address, prefix: ipv4Prefix, samples: ipv4Samples };
const onlyIpv6: Family = { address: ipv6Address, prefix: ipv6Prefix, samples: ipv6Samples };

function ipAttributes(family: Family): readonly AttributeDeclaration[] {
  return [
    {
      name: 'address',
      required: true,
      sample: family.samples.address,
      documentation: { summary: 'The address itself.' },
      type: family.address,
    },
    {
      name: 'prefix',
      sample: family.samples.prefix,
      documentation: {
        summary: 'Number of leading bits that name the network: up to 32 for IPv4, 128 for IPv6.',
        default: 'by the class of the address for IPv4, 64 for IPv6',
      },
      type: family.prefix,
    },
    {
      name: 'peer',
      sample: family.samples.gateway,
      documentation: {
        summary: 'Address of the other end of a point-to-point connection.',
        since: '2.1.0',
      },
      type: family.address,
    },
  ];
}

function ip(summary: string): ElementDeclaration {
  return {
    name: 'ip',
    documentation: { summary, since: '1.2.12', page: 'formatdomain.html#ip-configuration' },
    body: lazy(() => bodyByFamily(ipAttributes)),
  };
}

/** The family, when written, narrows the types of the other attributes. */
function bodyByFamily(attributes: (family: Family) => readonly AttributeDeclaration[]): Body {
  const [first, ...rest] = attributes(anyFamily);
  return {
    attributes: first ? [first, familyAttribute, ...rest] : [familyAttribute],
    variants: [
      {
        attribute: 'family',
        cases: {
          ipv4: lazy(() => ({ attributes: attributes(onlyIpv4) })),
          ipv6: lazy(() => ({ attributes: attributes(onlyIpv6) })),
        },
      },
    ],
  };
}

function routeAttributes(family: Family): readonly AttributeDeclaration[] {
  return [
    {
      name: 'address',
      required: true,
      sample: family.samples.network,
      documentation: {
        summary: 'The network that is reached by this route.',
        details: 'A network address: all bits behind the prefix are 0.',
      },
      type: family.address,
    },
    {
      name: 'prefix',
      sample: family.samples.prefix,
      documentation: {
        summary: 'Number of leading bits that name the network; not together with `netmask`.',
        default: '0, which fits the address 0.0.0.0 or :: only',
      },
      type: family.prefix,
    },
    {
      name: 'netmask',
      sample: '255.255.255.0',
      documentation: { summary: 'The prefix in the notation of IPv4 masks; not together with `prefix`.' },
      type: ipv4Address,
    },
    {
      name: 'gateway',
      required: true,
      sample: family.samples.gateway,
      documentation: { summary: 'Router that the packets are sent to.' },
      type: family.address,
    },
    {
      name: 'metric',
      sample: '1',
      documentation: { summary: 'Cost of the route: the route with the lowest one is taken.' },
      type: positiveInt,
    },
  ];
}

function route(summary: string): ElementDeclaration {
  return {
    name: 'route',
    documentation: { summary, since: '1.2.12', page: 'formatdomain.html#ip-configuration' },
    body: lazy(() => bodyByFamily(routeAttributes)),
  };
}

/** An address on the side of the guest. */
export const guestIp = ip('Address that the guest side of the interface gets from the host.');
/** A route on the side of the guest. */
export const guestRoute = route('Route that is set up inside the container.');
/** An address on the side of the host. */
export const hostIp = ip('Address of the end of the tap device on the host.');
/** A route on the side of the host. */
export const hostRoute = route('Route through the end of the tap device on the host.');
