import { enumeration } from '../../../datatypes/enumeration.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** State of the virtual cable. */
export const link: ElementDeclaration = {
  name: 'link',
  documentation: {
    summary: 'Whether the virtual cable is plugged in; it can be changed while the guest runs.',
    since: '0.9.5',
    page: 'formatdomain.html#modifying-virtual-link-state',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'state',
        required: true,
        documentation: { summary: 'State of the link that the guest sees.', default: '`up`' },
        type: enumeration([
          { value: 'up', aliases: ['on', 'yes', 'true'], documentation: { summary: 'The cable is plugged in.' } },
          { value: 'down', aliases: ['off', 'no', 'false'], documentation: { summary: 'The cable is pulled out.' } },
        ]),
      },
    ],
  })),
};
