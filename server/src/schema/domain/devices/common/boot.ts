import { integer } from '../../../datatypes/integer.ts';
import { pattern } from '../../../datatypes/pattern.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** Place of a device in the boot order. */
export const deviceBoot: ElementDeclaration = {
  name: 'boot',
  documentation: {
    summary: 'Lets the guest boot from this device, and says when it is its turn.',
    details: 'Not together with `<boot dev=…>` in `<os>`.',
    since: '0.8.8',
    page: 'formatdomain.html#specifying-boot-order',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'order',
        required: true,
        sample: '1',
        documentation: { summary: 'Place in the boot order, from 1; each device has one of its own.' },
        type: integer({ min: 1, max: 4294967295 }),
      },
      {
        name: 'loadparm',
        sample: '1',
        documentation: {
          summary: 'Parameter for the boot loader of IBM Z, such as the number of a boot entry.',
          since: '3.5.0',
        },
        type: pattern({
          label: 'boot parameter',
          pattern: /^[a-zA-Z0-9. ]{1,8}$/,
          advice: 'write one to eight letters, digits, dots or blanks',
        }),
      },
    ],
  })),
};
