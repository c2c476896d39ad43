import { deviceName } from '../../../datatypes/characters.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

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
