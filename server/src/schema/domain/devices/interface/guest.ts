import { deviceName } from '../../../datatypes/characters.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** The device on the side of a container. */
export const guest: ElementDeclaration = {
  name: 'guest',
  documentation: {
    summary: 'Name of the network device inside a container.',
    since: '1.2.7',
    drivers: ['lxc', 'vz', 'openvz'],
    page: 'formatdomain.html#overriding-the-target-element',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'dev',
        sample: 'eth0',
        documentation: { summary: 'The name inside the container.', default: 'eth0, eth1 and so on' },
        type: deviceName,
      },
      {
        name: 'actual',
        documentation: { summary: 'The name that the device has in the running container.' },
        type: deviceName,
        limit: {
          effect: 'output-only',
          reason: 'libvirt prints this for a running container and does not need it in a definition.',
          instead: 'Leave it out.',
          covers: [],
        },
      },
    ],
  })),
};
