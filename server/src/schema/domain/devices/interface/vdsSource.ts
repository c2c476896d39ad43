import { integer } from '../../../datatypes/integer.ts';
import { anyText } from '../../../datatypes/text.ts';
import { uuid } from '../../../datatypes/uuid.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** 64 bits with a sign. */
const longInteger = integer({ min: -(2n ** 63n), max: 2n ** 63n - 1n, signed: true });

/** `<source>` of a distributed switch of VMware. */
export const vdsSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The port of the distributed switch.',
    page: 'formatdomain.html#vmware-distributed-switch',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'switchid',
        required: true,
        documentation: { summary: 'UUID of the distributed switch.' },
        type: uuid,
      },
      {
        name: 'portgroupid',
        sample: 'dvportgroup-20',
        documentation: { summary: 'Identifier of the port group on the switch.' },
        type: anyText,
      },
      {
        name: 'portid',
        sample: '0',
        documentation: { summary: 'Number of the port on the switch.' },
        type: longInteger,
      },
      {
        name: 'connectionid',
        sample: '0',
        documentation: { summary: 'Number of the connection, which VMware makes.' },
        type: longInteger,
      },
    ],
  })),
};
