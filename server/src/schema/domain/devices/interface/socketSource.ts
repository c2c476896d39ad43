import { deviceName } from '../../../datatypes/characters.ts';
import { integer } from '../../../datatypes/integer.ts';
import { ipv4Address } from '../../../datatypes/ipAddress.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** libvirt's schema lets a port begin at -1. */
const portNumber = integer({ min: -1, max: 65535, signed: true });

function address(summary: string, sample: string): AttributeDeclaration {
  return {
    name: 'address',
    sample,
    documentation: { summary, details: 'An IPv4 address; no host name and no IPv6 address is possible here.' },
    type: ipv4Address,
  };
}

function port(summary: string): AttributeDeclaration {
  return {
    name: 'port',
    required: true,
    sample: '5558',
    documentation: { summary, details: 'Use 1 to 65535; the schema also lets -1 and 0 pass.' },
    type: portNumber,
  };
}

/** `<source>` of the multicast tunnel. */
export const mcastSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The multicast group that carries the frames.',
    page: 'formatdomain.html#multicast-tunnel',
  },
  body: lazy(() => ({
    attributes: [
      { ...address('Multicast group, from 224.0.0.0 to 239.255.255.255.', '230.0.0.1'), required: true },
      port('UDP port, the same for all guests of the group.'),
    ],
  })),
};

/** `<source>` of the end of a TCP tunnel that connects. */
export const clientSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'Where the guest of type `server` listens.',
    page: 'formatdomain.html#tcp-tunnel',
  },
  body: lazy(() => ({
    attributes: [
      { ...address('Address of the host of the other guest.', '192.0.2.10'), required: true },
      port('TCP port on which the other guest listens.'),
    ],
  })),
};

/** `<source>` of the end of a TCP tunnel that listens. */
export const serverSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'Where this end of the tunnel listens.',
    page: 'formatdomain.html#tcp-tunnel',
  },
  body: lazy(() => ({
    attributes: [
      port('TCP port to listen on.'),
      {
        ...address('Address of this host to listen on.', '192.0.2.10'),
        documentation: { summary: 'Address of this host to listen on.', default: 'all addresses of the host' },
      },
    ],
  })),
};

const local: ElementDeclaration = {
  name: 'local',
  documentation: { summary: 'This end of the UDP tunnel: where frames from the other end arrive.' },
  body: lazy(() => ({
    attributes: [
      { ...address('Address of this host to receive on.', '127.0.0.1'), required: true },
      { ...port('UDP port to receive on.'), sample: '11116' },
    ],
  })),
};

/** `<source>` of the UDP tunnel. */
export const udpSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The other end of the UDP tunnel: where frames are sent to.',
    page: 'formatdomain.html#udp-unicast-tunnel',
  },
  body: lazy(() => ({
    attributes: [
      { ...address('Address to send to.', '127.0.0.1'), required: true },
      { ...port('UDP port to send to.'), sample: '11115' },
    ],
    children: [{ element: local, required: true }],
  })),
};

/** `<source>` of an internal network of VirtualBox. */
export const internalSource: ElementDeclaration = {
  name: 'source',
  documentation: { summary: 'The internal network of VirtualBox.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        required: true,
        sample: 'intnet',
        documentation: { summary: 'Name of the internal network; VirtualBox makes it when it is first used.' },
        type: deviceName,
      },
    ],
  })),
};
