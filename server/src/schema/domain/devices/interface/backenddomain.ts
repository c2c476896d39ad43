import { characters } from '../../../datatypes/characters.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** The domain that carries the other end of a Xen interface. */
export const backenddomain: ElementDeclaration = {
  name: 'backenddomain',
  documentation: {
    summary: 'The Xen driver domain that has the real network card.',
    default: 'domain 0',
    since: '1.2.13',
    drivers: ['xen'],
    page: 'formatdomain.html#setting-up-a-network-backend-in-a-driver-domain',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        required: true,
        sample: 'netvm',
        documentation: { summary: 'Name of the driver domain.' },
        type: characters({ label: 'domain name', allowed: /[^\n]/, allowedText: 'a single line' }),
      },
    ],
  })),
};
