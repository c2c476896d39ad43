import { onOff } from '../datatypes/onOff.ts';
import { pciBus, pciDomain, pciFunction, pciSlot } from '../datatypes/pciPart.ts';
import type { AttributeDeclaration } from '../model.ts';

/** Where a device of the host sits, in the pool of a network or at a network port. */
export const hostPciAddress: readonly AttributeDeclaration[] = [
  {
    name: 'domain',
    sample: '0x0000',
    documentation: { summary: 'PCI domain of the virtual function on the host.', default: '0' },
    type: pciDomain,
  },
  {
    name: 'bus',
    sample: '0x04',
    documentation: { summary: 'PCI bus of the virtual function on the host.', default: '0' },
    type: pciBus,
  },
  {
    name: 'slot',
    sample: '0x00',
    documentation: { summary: 'PCI slot, also called device, of the virtual function on the host.', default: '0' },
    type: pciSlot,
  },
  {
    name: 'function',
    sample: '0x1',
    documentation: { summary: 'PCI function number of the virtual function on the host.', default: '0' },
    type: pciFunction,
  },
  {
    name: 'multifunction',
    documentation: { summary: 'Means something only for the address that a guest sees.' },
    type: onOff,
    limit: {
      effect: 'ignored',
      reason: 'libvirt reads multifunction only on the address that a guest sees.',
      instead: 'Leave it out.',
      covers: [],
    },
  },
];
