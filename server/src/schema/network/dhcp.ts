import type { Datatype } from '../datatypes/datatype.ts';
import { dnsName } from '../datatypes/dnsName.ts';
import { duid } from '../datatypes/duid.ts';
import { enumeration } from '../datatypes/enumeration.ts';
import { integer } from '../datatypes/integer.ts';
import { ipAddress, ipv4Address } from '../datatypes/ipAddress.ts';
import { unicastMac } from '../datatypes/macAddress.ts';
import { filePath } from '../datatypes/path.ts';
import { anyText } from '../datatypes/text.ts';
import type { ChildDeclaration, ElementDeclaration, Limit } from '../model.ts';
import { lazy } from '../model.ts';

/** How long an address is given out for. */
export const lease: ElementDeclaration = {
  name: 'lease',
  documentation: {
    summary: 'How long a guest may keep its address before it asks again.',
    default: 'one hour',
    since: '6.3.0',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'expiry',
        required: true,
        sample: '60',
        documentation: { summary: 'The time, at least two minutes; 0 stands for ever.', unit: 'as `unit` says' },
        type: integer({ min: 0, max: 2n ** 64n - 1n }),
      },
      {
        name: 'unit',
        documentation: { summary: 'Unit of the time.', default: '`minutes`' },
        type: enumeration([
          { value: 'minutes', aliases: ['minute', 'min', 'm'], documentation: { summary: 'The time is in minutes.' } },
          { value: 'hours', aliases: ['hour', 'h'], documentation: { summary: 'The time is in hours.' } },
          { value: 'seconds', aliases: ['second', 'sec', 's'], documentation: { summary: 'The time is in seconds.' } },
        ]),
      },
    ],
  })),
};

/** Addresses that are given out. */
export const dhcpRange: ElementDeclaration = {
  name: 'range',
  documentation: {
    summary: 'Addresses that are given out to guests, both ends included.',
    details:
      'Both ends lie in the subnet of `<ip>`; at most 65535 addresses. Leave out the address of the bridge, the first and the last address of the subnet.',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'start',
        required: true,
        sample: '192.168.100.128',
        documentation: { summary: 'First address that is given out.' },
        type: ipAddress,
      },
      {
        name: 'end',
        required: true,
        sample: '192.168.100.254',
        documentation: { summary: 'Last address that is given out.' },
        type: ipAddress,
      },
    ],
    children: [{ element: lease }],
  })),
};

/** An address that one guest always gets. */
export const dhcpHost: ElementDeclaration = {
  name: 'host',
  documentation: {
    summary: 'The address that one guest always gets, told by its MAC address or name; with IPv6 by its DUID or name.',
    since: '0.4.5',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'mac',
        documentation: { summary: 'MAC address of the guest; for IPv4 only.' },
        type: unicastMac,
      },
      {
        name: 'id',
        sample: '0:3:0:1:52:54:00:12:34:56',
        documentation: { summary: 'DHCP unique identifier (DUID) that the guest sends; for IPv6.', since: '1.0.1' },
        type: duid,
      },
      {
        name: 'name',
        sample: 'guest',
        documentation: { summary: 'Name that the guest is given, which must begin with a letter or digit.' },
        type: anyText,
      },
      {
        name: 'ip',
        required: true,
        sample: '192.168.100.10',
        documentation: { summary: 'The address; it need not lie in a range.' },
        type: ipAddress,
      },
    ],
    children: [{ element: lease }],
  })),
};

/** libvirt's schema takes a name here, `virNetworkDHCPDefParseXML` looks none up; nor does the schema take IPv6. */
const bootServer: Datatype = {
  label: 'IPv4 address',
  check: value => {
    const problem = ipv4Address.check(value);
    return problem && dnsName.check(value) === undefined && /[a-zA-Z]/.test(value)
      ? { ...problem, message: 'is a name, and libvirt looks up no names here: write the IPv4 address of the server' }
      : problem;
  },
};

const bootp: ElementDeclaration = {
  name: 'bootp',
  documentation: { summary: 'What guests boot over the network with PXE.', since: '0.7.1' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'file',
        required: true,
        sample: 'pxelinux.0',
        documentation: { summary: 'Boot file, below the root of `<tftp>` or on the server named.' },
        type: filePath,
      },
      {
        name: 'server',
        sample: '192.0.2.5',
        documentation: {
          summary: 'IPv4 address of the TFTP server that has the file.',
          default: 'the host itself',
          since: '0.7.3',
        },
        type: bootServer,
      },
    ],
  })),
};

const bootpLimit: Limit = {
  effect: 'ignored',
  reason: 'libvirt sets up booting over the network for IPv4 only and passes over <bootp> here.',
  instead: 'Move it to the <dhcp> of the IPv4 address.',
  covers: ['NW50'],
};

const addresses: readonly ChildDeclaration[] = [
  { element: dhcpRange, repeatable: true },
  { element: dhcpHost, repeatable: true },
];

function dhcp(children: readonly ChildDeclaration[]): ElementDeclaration {
  return {
    name: 'dhcp',
    documentation: {
      summary: 'Addresses that dnsmasq gives to the guests.',
      details: 'One IPv4 and one IPv6 address of a network can have it.',
    },
    body: lazy(() => ({ children })),
  };
}

/** DHCP for IPv4. */
export const dhcpIpv4 = dhcp([...addresses, { element: bootp }]);
/** DHCP for IPv6. */
export const dhcpIpv6 = dhcp([...addresses, { element: bootp, limit: bootpLimit }]);
