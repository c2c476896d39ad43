import { characters } from '../datatypes/characters.ts';
import { dnsName } from '../datatypes/dnsName.ts';
import { enumeration } from '../datatypes/enumeration.ts';
import { portNumber, unsignedShort } from '../datatypes/integer.ts';
import { ipAddress } from '../datatypes/ipAddress.ts';
import { anyText } from '../datatypes/text.ts';
import { yesNoMeaning } from '../datatypes/yesNo.ts';
import type { AttributeDeclaration, ChildDeclaration, ElementDeclaration, Limit } from '../model.ts';
import { lazy } from '../model.ts';

/** Another server that answers. */
export const dnsForwarder: ElementDeclaration = {
  name: 'forwarder',
  documentation: {
    summary: 'A DNS server that dnsmasq asks in place of those of the host, for all names or for one domain.',
    details: 'With `domain` alone, names of that domain are never asked outside.',
    since: '1.1.3',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'addr',
        sample: '192.0.2.53',
        documentation: { summary: 'Address of the DNS server that is asked.' },
        type: ipAddress,
      },
      {
        name: 'domain',
        sample: 'example.com',
        documentation: { summary: 'Domain whose names are asked there; all when left out.', since: '2.2.0' },
        type: dnsName,
      },
      {
        name: 'port',
        sample: '53',
        documentation: { summary: 'Port of the DNS server.', default: '53', since: '12.0.0' },
        type: portNumber,
      },
    ],
  })),
};

/** A text record. */
export const dnsTxt: ElementDeclaration = {
  name: 'txt',
  documentation: { summary: 'A TXT record that dnsmasq answers with.', since: '0.9.3' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        required: true,
        sample: 'example',
        documentation: { summary: 'Name of the record, without blanks and commas.' },
        type: dnsName,
      },
      {
        name: 'value',
        required: true,
        sample: 'text',
        documentation: { summary: 'Text of the record.' },
        type: anyText,
      },
    ],
  })),
};

/** What libvirt takes in the name of a service; its schema takes any text (`virNetworkDNSSrvDefParseXML`). */
const serviceName = characters({
  label: 'service name',
  allowed: /[a-zA-Z0-9_+/*-]/,
  allowedText: 'letters, digits and _ - + / *',
  empty: true,
});

/** A service record. */
export const dnsSrv: ElementDeclaration = {
  name: 'srv',
  documentation: {
    summary: 'An SRV record: on which host and port a service is found.',
    details: 'Without `target` the answer is that the service does not exist.',
    since: '0.9.9',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'service',
        required: true,
        sample: 'ldap',
        documentation: { summary: 'Name of the service, without the leading underscore.' },
        type: serviceName,
      },
      {
        name: 'protocol',
        required: true,
        documentation: { summary: 'Protocol of the service.' },
        type: enumeration([
          { value: 'tcp', documentation: { summary: 'The service is reached over TCP.' } },
          { value: 'udp', documentation: { summary: 'The service is reached over UDP.' } },
        ]),
      },
      {
        name: 'domain',
        sample: 'example.com',
        documentation: { summary: 'Domain that has the service.', default: 'the domain of the network' },
        type: dnsName,
      },
      {
        name: 'target',
        sample: 'ldap.example.com',
        documentation: { summary: 'Host that offers the service.' },
        type: anyText,
      },
      {
        name: 'port',
        sample: '389',
        documentation: { summary: 'Port of the service on that host.', default: '1', needs: 'The attribute `target`.' },
        type: portNumber,
      },
      {
        name: 'priority',
        sample: '10',
        documentation: {
          summary: 'Order in which hosts are tried, the lowest number first.',
          default: '0',
          needs: 'The attribute `target`.',
        },
        type: unsignedShort,
      },
      {
        name: 'weight',
        sample: '10',
        documentation: {
          summary: 'Share of the requests among hosts of one priority.',
          default: '0',
          needs: 'The attribute `target`.',
        },
        type: unsignedShort,
      },
    ],
  })),
};

const hostname: ElementDeclaration = {
  name: 'hostname',
  documentation: { summary: 'A name that resolves to the address.' },
  body: lazy(() => ({ text: dnsName })),
};

/** Names of an address. */
export const dnsHost: ElementDeclaration = {
  name: 'host',
  documentation: {
    summary: 'Names that dnsmasq resolves to an address, as a line of `/etc/hosts` does.',
    since: '0.9.3',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'ip',
        required: true,
        sample: '192.168.100.2',
        documentation: { summary: 'The address that has the names.' },
        type: ipAddress,
      },
    ],
    children: [{ element: hostname, required: true, repeatable: true }],
  })),
};

const enable: AttributeDeclaration = {
  name: 'enable',
  documentation: {
    summary: 'Whether dnsmasq answers DNS questions on this network.',
    default: '`yes`',
    since: '2.2.0',
  },
  type: yesNoMeaning('dnsmasq answers on port 53 of the bridge.', 'No DNS server runs; port 53 is left to others.'),
};

const forwardPlainNames: AttributeDeclaration = {
  name: 'forwardPlainNames',
  documentation: {
    summary: 'Whether names without a dot are asked outside when dnsmasq does not know them.',
    default: '`yes`',
    since: '1.1.2',
  },
  type: yesNoMeaning('Plain names are asked outside.', 'Plain names that are unknown here do not exist.'),
};

const disabled: Limit = {
  effect: 'refused at define',
  reason:
    "The DNS server of this network is switched off by enable='no', and libvirt refuses records and forwarders beside it.",
  instead: 'Leave it out, or remove enable.',
  covers: ['NW58'],
  libvirtMessage: "Extra data in disabled network '%1$s'",
};

const records: readonly ChildDeclaration[] = [
  { element: dnsForwarder, repeatable: true },
  { element: dnsHost, repeatable: true },
  { element: dnsTxt, repeatable: true },
  { element: dnsSrv, repeatable: true },
];

/** What the DNS server of the network knows beside the names of the guests. */
export const dns: ElementDeclaration = {
  name: 'dns',
  documentation: {
    summary: 'What the DNS server that libvirt runs for the network answers, and whom it asks.',
    since: '0.9.3',
    page: 'formatnetwork.html#addressing',
  },
  body: lazy(() => ({
    attributes: [enable, forwardPlainNames],
    children: records,
    variants: [
      {
        attribute: 'enable',
        whenAbsent: 'yes',
        cases: {
          yes: () => ({}),
          no: lazy(() => ({ children: records.map(record => ({ ...record, limit: disabled })) })),
        },
      },
    ],
  })),
};
