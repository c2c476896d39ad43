import { deviceName } from '../../../datatypes/characters.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

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
