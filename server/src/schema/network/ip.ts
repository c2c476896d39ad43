import { integer } from '../datatypes/integer.ts';
import { ipAddress, ipv4Address } from '../datatypes/ipAddress.ts';
import { anyText } from '../datatypes/text.ts';
import { yesNoMeaning } from '../datatypes/yesNo.ts';
import type { AttributeDeclaration, ElementDeclaration, Limit } from '../model.ts';
import { lazy } from '../model.ts';
import { addressFamily } from './addressFamily.ts';
import { dhcpIpv4, dhcpIpv6 } from './dhcp.ts';

/** Up to 128 for IPv6; for IPv4 a rule looks at the address. */
const prefixLength = integer({ min: 0, max: 128, signed: true });

const address: AttributeDeclaration = {
  name: 'address',
  required: true,
  sample: '192.168.100.1',
  documentation: { summary: 'Address of the bridge on this network; for the guests it is router and DNS server.' },
  type: ipAddress,
};

const family: AttributeDeclaration = {
  name: 'family',
  documentation: {
    summary: 'Version of the Internet Protocol; an IPv6 address needs it.',
    default: '`ipv4`',
    since: '0.8.7',
  },
  type: addressFamily,
};

const netmask: AttributeDeclaration = {
  name: 'netmask',
  sample: '255.255.255.0',
  documentation: {
    summary: 'Which bits name the subnet, in the notation of IPv4 masks; not together with `prefix`.',
    default: 'by the class of an IPv4 address',
  },
  type: ipv4Address,
};

const prefix: AttributeDeclaration = {
  name: 'prefix',
  sample: '24',
  documentation: {
    summary: 'How many leading bits name the subnet: up to 32 for IPv4, up to 128 for IPv6.',
    default: 'by the class of an IPv4 address, 64 for IPv6',
    since: '0.8.7',
  },
  type: prefixLength,
};

const localPtr: AttributeDeclaration = {
  name: 'localPtr',
  documentation: {
    summary: 'Whether questions for names of addresses of this subnet are kept here.',
    default: '`no`',
    since: '3.0.0',
    needs: 'An IPv4 prefix of 8, 16, 24 or so; an IPv6 prefix that ends at a hex digit.',
  },
  type: yesNoMeaning('Unknown addresses of the subnet have no name.', 'Unknown addresses are asked outside.'),
};

const tftp: ElementDeclaration = {
  name: 'tftp',
  documentation: { summary: 'Starts a TFTP server for guests that boot over the network.', since: '0.7.1' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'root',
        required: true,
        sample: '/var/lib/tftpboot',
        documentation: { summary: 'Directory on the host that the files are in.' },
        type: anyText,
      },
    ],
  })),
};

const tftpLimit: Limit = {
  effect: 'refused at define',
  reason: 'libvirt runs its TFTP server for IPv4 only and refuses <tftp> here.',
  instead: 'Move it to the <ip> of an IPv4 address.',
  covers: ['NW49'],
  libvirtMessage: "Unsupported <tftp> element in an IPv6 element in network '%1$s'",
};

/** An address of the bridge, and the services on its subnet. */
export const networkIp: ElementDeclaration = {
  name: 'ip',
  documentation: {
    summary: 'An address that libvirt gives to the bridge, and what it offers to guests on that subnet.',
    details: 'For networks that libvirt routes or isolates; there can be several.',
    page: 'formatnetwork.html#addressing',
  },
  body: lazy(() => ({
    attributes: [address, netmask, prefix, family, localPtr],
    variants: [
      {
        attribute: 'family',
        whenAbsent: 'ipv4',
        cases: {
          ipv4: lazy(() => ({ children: [{ element: dhcpIpv4 }, { element: tftp }] })),
          ipv6: lazy(() => ({ children: [{ element: dhcpIpv6 }, { element: tftp, limit: tftpLimit }] })),
        },
      },
    ],
  })),
};

/** A route of the host to a subnet behind a guest. */
export const networkRoute: ElementDeclaration = {
  name: 'route',
  documentation: {
    summary: 'A route that the host gets to a subnet that lies behind a guest of this network.',
    since: '1.0.6',
    page: 'formatnetwork.html#static-routes',
  },
  body: lazy(() => ({
    attributes: [
      {
        ...family,
        documentation: { summary: 'Version of the Internet Protocol; an IPv6 route needs it.', default: '`ipv4`' },
      },
      {
        name: 'address',
        required: true,
        sample: '198.51.100.0',
        documentation: {
          summary: 'The subnet that is reached by this route.',
          details: 'A network address: all bits behind the prefix are 0.',
        },
        type: ipAddress,
      },
      {
        name: 'prefix',
        sample: '24',
        documentation: { summary: 'How many leading bits name that subnet; not together with `netmask`.' },
        type: prefixLength,
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
        sample: '192.168.100.2',
        documentation: { summary: 'The guest that the packets are sent to; an address in a subnet of this network.' },
        type: ipAddress,
      },
      {
        name: 'metric',
        sample: '2',
        documentation: {
          summary: 'Cost of the route: the route with the lowest one is taken.',
          default: '1',
          since: '1.2.0',
        },
        type: integer({ min: 1, max: 4294967295 }),
      },
    ],
  })),
};
