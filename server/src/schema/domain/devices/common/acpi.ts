import { integer } from '../../../datatypes/integer.ts';
import { pattern } from '../../../datatypes/pattern.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** What ACPI tells the guest about a device. */
export const acpi: ElementDeclaration = {
  name: 'acpi',
  documentation: {
    summary: 'Tells the guest by ACPI a number for the card, from which systemd makes a stable name.',
    since: '7.3.0',
    drivers: ['qemu'],
    needs: 'A PCI card, and `<acpi/>` in `<features>`.',
    page: 'formatdomain.html#network-interfaces',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'index',
        sample: '1',
        documentation: {
          summary: 'Number of the card: with 4 the guest calls it `eno4`.',
          details: 'Each card has one of its own, from 1 to 16383; QEMU refuses larger ones.',
        },
        type: integer({ min: 1, max: 4294967295 }),
      },
      {
        name: 'nodeset',
        sample: '0-1',
        documentation: {
          summary: 'NUMA nodes of the guest that belong to the device.',
          since: '11.8.0',
        },
        type: pattern({
          label: 'set of nodes',
          pattern: /^(?:[0-9]+(?:-[0-9]+)?|\^[0-9]+)(?:,(?:[0-9]+(?:-[0-9]+)?|\^[0-9]+))*$/,
          advice: 'write numbers and ranges with commas between them, such as 0-1,3',
        }),
      },
    ],
  })),
};
