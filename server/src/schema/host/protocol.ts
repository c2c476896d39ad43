import type { Datatype } from '../datatypes/datatype.ts';
import { integer } from '../datatypes/integer.ts';
import { ipv4Address, ipv6Address } from '../datatypes/ipAddress.ts';
import { yesNoMeaning } from '../datatypes/yesNo.ts';
import type { ChildDeclaration, ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';
import { addressFamily } from '../network/addressFamily.ts';

const dhcp: ElementDeclaration = {
  name: 'dhcp',
  documentation: { summary: 'The host asks a DHCP server for its address.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'peerdns',
        documentation: {
          summary: 'Whether the host uses the DNS servers that DHCP names.',
          default: 'as the host is set up',
        },
        type: yesNoMeaning('The DNS servers are taken from DHCP.', 'The DNS servers stay as they are.'),
      },
    ],
  })),
};

const autoconf: ElementDeclaration = {
  name: 'autoconf',
  documentation: { summary: 'The host makes its address from what IPv6 routers announce.' },
};

interface Family {
  readonly address: Datatype;
  readonly prefix: Datatype;
  readonly samples: { readonly address: string; readonly prefix: string; readonly gateway: string };
}

function addressOf({ address, prefix, samples }: Family): ElementDeclaration {
  return {
    name: 'ip',
    documentation: { summary: 'A fixed address of the host.' },
    body: lazy(() => ({
      attributes: [
        {
          name: 'address',
          required: true,
          sample: samples.address,
          documentation: { summary: 'The address of the host on this interface.' },
          type: address,
        },
        {
          name: 'prefix',
          sample: samples.prefix,
          documentation: { summary: 'How many leading bits name the subnet.' },
          type: prefix,
        },
      ],
    })),
  };
}

function routeOf({ address, samples }: Family): ElementDeclaration {
  return {
    name: 'route',
    documentation: { summary: 'The default route of the host.' },
    body: lazy(() => ({
      attributes: [
        {
          name: 'gateway',
          required: true,
          sample: samples.gateway,
          documentation: { summary: 'Router that packets for other networks are sent to.' },
          type: address,
        },
      ],
    })),
  };
}

const ipv4: Family = {
  address: ipv4Address,
  prefix: integer({ min: 0, max: 32, signed: true }),
  samples: { address: '192.0.2.10', prefix: '24', gateway: '192.0.2.1' },
};

const ipv6: Family = {
  address: ipv6Address,
  prefix: integer({ min: 0, max: 128, signed: true }),
  samples: { address: '2001:db8::10', prefix: '64', gateway: '2001:db8::1' },
};

const ipv4Ip = addressOf(ipv4);
const ipv6Ip = addressOf(ipv6);

/** The fixed addresses of the host, one declaration for each family. */
export const hostAddresses: readonly ElementDeclaration[] = [ipv4Ip, ipv6Ip];

function staticAddresses(ip: ElementDeclaration, family: Family): readonly ChildDeclaration[] {
  return [{ element: ip, repeatable: true }, { element: routeOf(family) }];
}

/** Addresses of one family that the host has on an interface. */
export const protocol: ElementDeclaration = {
  name: 'protocol',
  documentation: { summary: 'Addresses of the host on this interface; one element for IPv4 and one for IPv6 at most.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'family',
        required: true,
        documentation: { summary: 'Version of the Internet Protocol that the addresses inside belong to.' },
        type: addressFamily,
      },
    ],
    variants: [
      {
        attribute: 'family',
        cases: {
          ipv4: lazy(() => ({ children: [{ element: dhcp }, ...staticAddresses(ipv4Ip, ipv4)] })),
          ipv6: lazy(() => ({
            children: [{ element: autoconf }, { element: dhcp }, ...staticAddresses(ipv6Ip, ipv6)],
          })),
        },
      },
    ],
  })),
};
