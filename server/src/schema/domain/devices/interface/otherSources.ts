import { deviceName } from '../../../datatypes/characters.ts';
import { enumeration } from '../../../datatypes/enumeration.ts';
import { integer, unsignedInt } from '../../../datatypes/integer.ts';
import { absolutePath } from '../../../datatypes/path.ts';
import { anyText } from '../../../datatypes/text.ts';
import { uuid } from '../../../datatypes/uuid.ts';
import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';
import { hostIp, hostRoute } from './ipAndRoute.ts';

/** `<source>` of an interface in user space. */
export const userSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The device of the host whose connection passt uses.',
    needs: "`<backend type='passt'/>`; without it libvirt drops the element.",
    since: '9.0.0',
    page: 'formatdomain.html#userspace-connection-using-passt',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'dev',
        required: true,
        sample: 'eth0',
        documentation: {
          summary: 'Device of the host from which passt takes its addresses and routes.',
          default: 'the device of the default route',
        },
        type: deviceName,
      },
    ],
  })),
};

/** `<source>` of a tap device that somebody else connects; it has no attributes. */
export const ethernetSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'Addresses and routes for the end of the tap device on the host.',
    details: 'The name of the tap device stands in `<target dev=…>`, not here.',
    since: '2.1.0',
    page: 'formatdomain.html#ip-configuration',
  },
  body: lazy(() => ({
    children: [
      { element: hostIp, repeatable: true },
      { element: hostRoute, repeatable: true },
    ],
  })),
};

/** `<source>` of a vDPA device. */
export const vdpaSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The vDPA device of the host.',
    page: 'formatdomain.html#vdpa-devices',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'dev',
        required: true,
        sample: '/dev/vhost-vdpa-0',
        documentation: { summary: 'Path of the character device of the vDPA device.' },
        type: deviceName,
      },
    ],
  })),
};

/** `<source>` of a distributed switch of VMware. */
export const vdsSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The port of the distributed switch.',
    page: 'formatdomain.html#vmware-distributed-switch',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'switchid',
        required: true,
        documentation: { summary: 'UUID of the distributed switch.' },
        type: uuid,
      },
      {
        name: 'portgroupid',
        sample: 'dvportgroup-20',
        documentation: { summary: 'Identifier of the port group on the switch.' },
        type: anyText,
      },
      {
        name: 'portid',
        sample: '0',
        documentation: { summary: 'Number of the port on the switch.' },
        type: longInteger,
      },
      {
        name: 'connectionid',
        sample: '0',
        documentation: { summary: 'Number of the connection, which VMware makes.' },
        type: longInteger,
      },
    ],
  })),
};

/** 64 bits with a sign. */
const longInteger = integer({ min: -(2n ** 63n), max: 2n ** 63n - 1n, signed: true });

const reconnect: ElementDeclaration = {
  name: 'reconnect',
  documentation: {
    summary: 'Whether QEMU connects again when the socket is closed.',
    needs: "`mode='client'`; a server cannot reconnect.",
    since: '4.1.0',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'enabled',
        required: true,
        sample: 'yes',
        documentation: { summary: 'Whether to connect again.' },
        type: yesNoMeaning('QEMU tries to connect again.', 'QEMU leaves the connection closed.'),
      },
      {
        name: 'timeout',
        sample: '10',
        documentation: { summary: 'How long QEMU waits between two attempts.', unit: 'seconds' },
        type: unsignedInt,
      },
    ],
    variants: [
      {
        attribute: 'enabled',
        cases: {
          yes: lazy(() => ({
            attributes: [
              {
                name: 'timeout',
                required: true,
                sample: '10',
                documentation: { summary: 'How long QEMU waits between two attempts.', unit: 'seconds' },
                type: unsignedInt,
              },
            ],
          })),
        },
      },
    ],
  })),
};

/** `<source>` of a vhost-user socket. */
export const vhostuserSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The socket to the switch in user space, or the device of the host that passt uses.',
    page: 'formatdomain.html#vhost-user-connection',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'type',
        documentation: { summary: 'Kind of the socket.', default: '`unix`' },
        type: enumeration([{ value: 'unix', documentation: { summary: 'A Unix domain socket.' } }]),
      },
      {
        name: 'path',
        sample: '/var/run/openvswitch/vhost-user1',
        documentation: {
          summary: 'Path of the socket.',
          details: "Must be there, except with `<backend type='passt'/>`, which makes its own.",
        },
        type: absolutePath(),
      },
      {
        name: 'mode',
        documentation: { summary: 'Which end of the socket QEMU is.', default: '`client`, since 11.1.0' },
        type: enumeration([
          { value: 'client', documentation: { summary: 'QEMU connects to the socket that the switch has made.' } },
          {
            value: 'server',
            documentation: { summary: 'QEMU makes the socket, and the guest starts when the switch has connected.' },
          },
        ]),
      },
      {
        name: 'dev',
        sample: 'eth0',
        documentation: {
          summary: 'Device of the host from which passt takes its addresses and routes.',
          needs: "`<backend type='passt'/>`.",
          since: '11.1.0',
        },
        type: deviceName,
      },
    ],
    children: [{ element: reconnect }],
  })),
};
