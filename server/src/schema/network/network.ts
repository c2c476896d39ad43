import { dnsName } from '../datatypes/dnsName.ts';
import { unicastMac } from '../datatypes/macAddress.ts';
import { anyText, text } from '../datatypes/text.ts';
import { uuid } from '../datatypes/uuid.ts';
import { yesNoMeaning } from '../datatypes/yesNo.ts';
import type { AttributeDeclaration, ChildDeclaration, ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';
import { networkBandwidth } from './bandwidth.ts';
import { bridge } from './bridge.ts';
import { dns } from './dns.ts';
import { connectionsOf, forward } from './forward.ts';
import { networkIp, networkRoute } from './ip.ts';
import { networkMtu } from './mtu.ts';
import { networkName } from './networkName.ts';
import { networkTrustGuestRxFilters, portgroup } from './portgroup.ts';
import { networkPortOptions } from './portOptions.ts';
import { networkVirtualport } from './virtualport.ts';
import { vlan } from './vlan.ts';

const metadataPage = 'formatnetwork.html#general-metadata';

const general: readonly ChildDeclaration[] = [
  {
    required: true,
    element: {
      name: 'name',
      documentation: {
        summary: 'Name of the network, which interfaces name by `<source network=…>`; unique on the host.',
        page: metadataPage,
      },
      body: lazy(() => ({ text: networkName })),
    },
  },
  {
    element: {
      name: 'uuid',
      documentation: {
        summary: 'UUID of the network, unique on the host.',
        default: 'a random one, made when the network is defined',
        page: metadataPage,
      },
      body: lazy(() => ({ text: uuid })),
    },
  },
  {
    element: {
      name: 'title',
      documentation: { summary: 'Short title of the network, a single line.', since: '9.7.0', page: metadataPage },
      body: lazy(() => ({ text: text({ label: 'title' }) })),
    },
  },
  {
    element: {
      name: 'description',
      documentation: {
        summary: 'Free text about the network, which libvirt keeps and does not read.',
        since: '9.7.0',
        page: metadataPage,
      },
      body: lazy(() => ({ text: anyText })),
    },
  },
  {
    element: {
      name: 'metadata',
      documentation: {
        summary: 'Data of other applications, one element for each of their XML namespaces.',
        since: '2.1.0',
        page: metadataPage,
      },
      body: () => ({ open: true }),
    },
  },
];

/** MAC address of the bridge. */
export const networkMac: ElementDeclaration = {
  name: 'mac',
  documentation: {
    summary: 'MAC address of the bridge, so that it stays the same from one start to the next.',
    default: 'a random one, made when the network is defined',
    since: '0.8.8',
    page: 'formatnetwork.html#addressing',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'address',
        required: true,
        documentation: { summary: 'The unicast address of the bridge.' },
        type: unicastMac,
      },
    ],
  })),
};

/** DNS domain of the guests. */
export const networkDomain: ElementDeclaration = {
  name: 'domain',
  documentation: {
    summary: 'DNS domain that the guests of the network belong to.',
    since: '0.4.5',
    page: 'formatnetwork.html#connectivity',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        required: true,
        sample: 'example.com',
        documentation: { summary: 'Name of the DNS domain.' },
        type: dnsName,
      },
      {
        name: 'localOnly',
        documentation: {
          summary: 'Whether names of the domain that dnsmasq does not know are kept from servers outside.',
          default: '`no`',
          since: '1.2.12',
        },
        type: yesNoMeaning(
          'Unknown names of the domain do not exist.',
          'Unknown names of the domain are asked outside.',
        ),
      },
      {
        name: 'register',
        documentation: {
          summary: 'Whether systemd-resolved on the host asks this network for names of the domain.',
          default: '`no`',
          since: '10.1.0',
          needs: "`localOnly='yes'`, and systemd-resolved on the host.",
        },
        type: yesNoMeaning(
          'The host resolves the names of the guests.',
          'The host does not know the names of the guests.',
        ),
      },
    ],
  })),
};

const dnsmasqNamespace = 'http://libvirt.org/schemas/network/dnsmasq/1.0';

const dnsmasqOptions: ElementDeclaration = {
  name: 'dnsmasq:options',
  namespace: dnsmasqNamespace,
  documentation: {
    summary: 'Lines for the configuration file of dnsmasq that libvirt passes on unread.',
    details: 'Unsupported by libvirt: a wrong line keeps the network from starting, and an update may break it.',
    since: '5.6.0',
    page: 'formatnetwork.html#network-namespaces',
  },
  body: lazy(() => ({
    children: [
      {
        repeatable: true,
        element: {
          name: 'dnsmasq:option',
          namespace: dnsmasqNamespace,
          documentation: { summary: 'One line of the configuration file.' },
          body: lazy(() => ({
            attributes: [
              {
                name: 'value',
                required: true,
                sample: 'bogus-priv',
                documentation: { summary: 'The line, as `man dnsmasq` tells, without leading dashes.' },
                type: anyText,
              },
            ],
          })),
        },
      },
    ],
  })),
};

const attributes: readonly AttributeDeclaration[] = [
  {
    name: 'ipv6',
    documentation: {
      summary: 'Whether guests may talk IPv6 to each other although the network has no IPv6 address.',
      default: '`no`',
      since: '1.0.1',
    },
    type: yesNoMeaning(
      'Guests exchange IPv6 packets.',
      'IPv6 between guests is blocked unless the network has an IPv6 address.',
    ),
  },
  networkTrustGuestRxFilters,
  connectionsOf('the network'),
];

/** The root of a virtual network's definition. */
export const network: ElementDeclaration = {
  name: 'network',
  documentation: {
    summary: 'The definition of one virtual network, which interfaces of guests can be connected to.',
    page: 'formatnetwork.html',
  },
  body: lazy(() => ({
    attributes,
    children: [
      ...general,
      { element: forward },
      { element: bridge },
      { element: networkIp, repeatable: true },
      { element: networkDomain },
      { element: dns },
      { element: portgroup, repeatable: true },
      { element: networkVirtualport },
      { element: vlan },
      { element: networkBandwidth },
      { element: networkRoute, repeatable: true },
      { element: networkMtu },
      { element: networkMac },
      { element: networkPortOptions },
      { element: dnsmasqOptions },
    ],
  })),
};
