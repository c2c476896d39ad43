import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';
import { hostIp, hostRoute } from './ipAndRoute.ts';

/** `<source>` of a tap device that somebody else connects; it has no attributes. */
export const ethernetSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'Addresses and routes for the end of the tap device on the host.',
    details: 'The name of the tap device stands in `<target dev=…>`, not here.',
    since: '2.1.0',
    page: 'formatdomain.html#ip-configuration',
  },
  body: lazy(() => ({
    children: [
      { element: hostIp, repeatable: true },
      { element: hostRoute, repeatable: true },
    ],
  })),
};
