import { onOffMeaning } from '../../../datatypes/onOff.ts';
import { absolutePath } from '../../../datatypes/path.ts';
import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { AttributeDeclaration, ElementDeclaration, Limit } from '../../../model.ts';
import { lazy } from '../../../model.ts';

const bar: AttributeDeclaration = {
  name: 'bar',
  documentation: {
    summary: 'Whether the ROM is visible in the memory of the guest.',
    default: 'as QEMU decides, mostly on',
  },
  type: onOffMeaning('The guest sees the ROM.', 'The guest does not see the ROM.'),
};

const file: AttributeDeclaration = {
  name: 'file',
  sample: '/usr/share/qemu/pxe-virtio.rom',
  documentation: { summary: 'File with the image of the ROM on the host.' },
  type: absolutePath(),
};

const enabled: AttributeDeclaration = {
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
};

const disabled: Limit = {
  effect: 'refused at define',
  reason: "There is no ROM to tune when enabled='no', and libvirt refuses the definition.",
  instead: "Leave this attribute out, or enabled='no'.",
  covers: ['RO01'],
  libvirtMessage: 'ROM tuning is not supported when ROM is disabled',
};

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
    attributes: [bar, file, enabled],
    variants: [
      {
        attribute: 'enabled',
        cases: {
          yes: lazy(() => ({})),
          no: lazy(() => ({
            attributes: [
              { ...bar, limit: disabled },
              { ...file, limit: disabled },
            ],
          })),
        },
      },
    ],
  })),
};
