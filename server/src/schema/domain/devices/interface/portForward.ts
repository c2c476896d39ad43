import { deviceName } from '../../../datatypes/characters.ts';
import { enumeration } from '../../../datatypes/enumeration.ts';
import { integer } from '../../../datatypes/integer.ts';
import { ipAddress } from '../../../datatypes/ipAddress.ts';
import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** A port as `virXMLPropUInt` reads it, zero not allowed; the schema begins at -1. */
const port = integer({ min: 1, max: 65535, signed: true });

/** Ports of one `<portForward>`. */
export const portRange: ElementDeclaration = {
  name: 'range',
  documentation: {
    summary: 'Ports that are forwarded, or, with `exclude`, left out.',
    details: 'Without any range all ports are forwarded.',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'start',
        required: true,
        sample: '2022',
        documentation: { summary: 'First port on the host.' },
        type: port,
      },
      {
        name: 'end',
        sample: '2030',
        documentation: {
          summary: 'Last port on the host, which belongs to the range.',
          default: 'the same as `start`',
        },
        type: port,
      },
      {
        name: 'to',
        sample: '22',
        documentation: {
          summary: 'First port in the guest; the others follow in step.',
          default: 'the same as `start`',
        },
        type: port,
      },
      {
        name: 'exclude',
        documentation: { summary: 'Whether the range is left out of a larger one.', default: '`no`' },
        type: yesNoMeaning('These ports are not forwarded.', 'These ports are forwarded.'),
      },
    ],
  })),
};

/** Ports of the host that passt forwards into the guest. */
export const portForward: ElementDeclaration = {
  name: 'portForward',
  documentation: {
    summary: 'Forwards connections to ports of the host into the guest.',
    since: '9.0.0',
    drivers: ['qemu'],
    needs: "`<backend type='passt'/>`.",
    page: 'formatdomain.html#userspace-connection-using-passt',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'proto',
        required: true,
        documentation: { summary: 'Protocol of the ports.' },
        type: enumeration([
          { value: 'tcp', documentation: { summary: 'Transmission Control Protocol.' } },
          { value: 'udp', documentation: { summary: 'User Datagram Protocol.' } },
        ]),
      },
      {
        name: 'address',
        sample: '192.0.2.10',
        documentation: { summary: 'Address of the host to listen on.', default: 'all addresses of the host' },
        type: ipAddress,
      },
      {
        name: 'dev',
        sample: 'eth0',
        documentation: { summary: 'Device of the host to listen on.', default: 'all devices of the host' },
        type: deviceName,
      },
    ],
    children: [{ element: portRange, repeatable: true }],
  })),
};
