import { unsignedInt } from '../../../datatypes/integer.ts';
import { withUnits } from '../../../datatypes/withUnits.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

const bytes = withUnits(unsignedInt, { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 });

const sndbuf: ElementDeclaration = {
  name: 'sndbuf',
  documentation: {
    summary: 'Size of the send buffer of the tap device; 0 is as large as possible.',
    unit: 'bytes',
    default: 'as large as possible',
  },
  body: lazy(() => ({ text: bytes })),
};

/** Tuning of the tap device. */
export const tune: ElementDeclaration = {
  name: 'tune',
  documentation: {
    summary: 'Tunes the tap or macvtap device on the host.',
    since: '0.8.8',
    drivers: ['qemu'],
    page: 'formatdomain.html#setting-network-backend-specific-options',
  },
  body: lazy(() => ({ children: [{ element: sndbuf }] })),
};
