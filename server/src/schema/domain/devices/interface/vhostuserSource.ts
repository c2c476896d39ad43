import { deviceName } from '../../../datatypes/characters.ts';
import { enumeration } from '../../../datatypes/enumeration.ts';
import { unsignedInt } from '../../../datatypes/integer.ts';
import { absolutePath } from '../../../datatypes/path.ts';
import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

const timeout: AttributeDeclaration = {
  name: 'timeout',
  sample: '10',
  documentation: { summary: 'How long QEMU waits between two attempts.', unit: 'seconds' },
  type: unsignedInt,
};

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
      timeout,
    ],
    variants: [
      {
        attribute: 'enabled',
        cases: {
          yes: lazy(() => ({
            attributes: [{ ...timeout, required: true }],
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
        type: absolutePath('/var/run/'),
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
