import { characters } from '../datatypes/characters.ts';
import { enumeration } from '../datatypes/enumeration.ts';
import { yesNoMeaning } from '../datatypes/yesNo.ts';
import type { ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';

/** `<driver>` of a pool of host devices and of a port that is one. */
export const hostDeviceDriver: ElementDeclaration = {
  name: 'driver',
  documentation: {
    summary: 'How the devices of the host are handed to the guests.',
    details: 'Leave it out: the default is right.',
    since: '1.0.5',
    page: 'formatnetwork.html#connectivity',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        documentation: { summary: 'The mechanism that hands a device over.', default: '`vfio` under QEMU' },
        type: enumeration([
          { value: 'vfio', documentation: { summary: 'The VFIO framework of Linux; the one that QEMU knows.' } },
          { value: 'xen', documentation: { summary: 'The PCI back end of Xen.' } },
          {
            value: 'kvm',
            documentation: { summary: 'The former mechanism of KVM, long gone from the kernel.' },
            unlisted: true,
          },
        ]),
      },
      {
        name: 'model',
        sample: 'vfio-pci',
        documentation: {
          summary: 'Kernel module to bind the device to, for NICs with a VFIO driver of their own.',
          default: 'the module that the kernel names for the device, else `vfio-pci`',
          since: '10.0.0',
        },
        type: characters({
          label: 'module name',
          allowed: /[a-zA-Z0-9_+-]/,
          allowedText: 'letters, digits and _ + -',
        }),
      },
      {
        name: 'iommufd',
        documentation: {
          summary: 'Whether VFIO uses the IOMMUFD interface of newer kernels.',
          since: '12.1.0',
        },
        type: yesNoMeaning('VFIO goes through IOMMUFD.', 'VFIO goes through its own containers.'),
      },
    ],
  })),
};
