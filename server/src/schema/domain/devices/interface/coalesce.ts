import { unsignedInt } from '../../../datatypes/integer.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

const frames: ElementDeclaration = {
  name: 'frames',
  documentation: { summary: 'After how many frames the guest is told about them.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'max',
        sample: '7',
        documentation: {
          summary: 'Most frames that are collected before the guest is told; 0 switches it off.',
          default: '0',
          unit: 'frames',
        },
        type: unsignedInt,
      },
    ],
  })),
};

const rx: ElementDeclaration = {
  name: 'rx',
  documentation: { summary: 'The direction towards the guest, the only one that can be set.' },
  body: lazy(() => ({ children: [{ element: frames }] })),
};

/** Fewer, larger notifications. */
export const coalesce: ElementDeclaration = {
  name: 'coalesce',
  documentation: {
    summary: 'Collects received frames on the tap device before they are passed on, to save interrupts.',
    since: '3.3.0',
    drivers: ['qemu'],
    page: 'formatdomain.html#coalesce-settings',
  },
  body: lazy(() => ({ children: [{ element: rx }] })),
};
