import { onOffMeaning } from '../../../datatypes/onOff.ts';
import { absolutePath } from '../../../datatypes/path.ts';
import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** The option ROM of a PCI device. */
export const rom: ElementDeclaration = {
  name: 'rom',
  documentation: {
    summary: 'The option ROM of the card, from which the guest can boot over the network.',
    since: '0.9.10',
    drivers: ['qemu'],
    page: 'formatdomain.html#interface-rom-bios-configuration',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'bar',
        documentation: {
          summary: 'Whether the ROM is visible in the memory of the guest.',
          default: 'as QEMU decides, mostly on',
        },
        type: onOffMeaning('The guest sees the ROM.', 'The guest does not see the ROM.'),
      },
      {
        name: 'file',
        sample: '/usr/share/qemu/pxe-virtio.rom',
        documentation: { summary: 'File with the image of the ROM on the host.' },
        type: absolutePath(),
      },
      {
        name: 'enabled',
        documentation: {
          summary: 'Whether the card has an option ROM at all.',
          default: '`yes`',
          since: '4.3.0',
        },
        type: yesNoMeaning(
          'The card has its ROM, to which `bar` and `file` apply.',
          'The card has no ROM; `bar` and `file` must not stand beside it.',
        ),
      },
    ],
  })),
};
