import { filePath } from '../../../datatypes/path.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

function scriptElement(name: string, summary: string, since: string, path: string): ElementDeclaration {
  return {
    name,
    documentation: { summary, since, page: 'formatdomain.html#generic-ethernet-connection' },
    body: lazy(() => ({
      attributes: [
        {
          name: 'path',
          required: true,
          sample: path,
          documentation: { summary: 'Path of the program on the host; it is called with the name of the device.' },
          type: filePath,
        },
      ],
    })),
  };
}

/** Program that connects a tap device. */
export const script = scriptElement(
  'script',
  'Program that is run when the tap device has been made, to connect it.',
  '0.2.1',
  '/etc/qemu-ifup',
);

/** Program that disconnects a tap device. */
export const downscript = scriptElement(
  'downscript',
  'Program that is run when the tap device is about to be removed.',
  '6.4.0',
  '/etc/qemu-ifdown',
);
