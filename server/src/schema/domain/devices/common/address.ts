import { enumeration } from '../../../datatypes/enumeration.ts';
import { hexOrDecimal } from '../../../datatypes/hexOrDecimal.ts';
import { integer, maxUnsignedInt } from '../../../datatypes/integer.ts';
import { onOffMeaning } from '../../../datatypes/onOff.ts';
import { pattern } from '../../../datatypes/pattern.ts';
import { pciBus, pciDomain, pciFunction, pciSlot } from '../../../datatypes/pciPart.ts';
import { usbNumber, usbPort } from '../../../datatypes/usb.ts';
import type { AttributeDeclaration, Body, ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

const type: AttributeDeclaration = {
  name: 'type',
  required: true,
  sample: 'pci',
  documentation: { summary: 'Bus of the guest that the device sits on.' },
  type: enumeration(
    [
      {
        value: 'pci',
        aliases: ['pcie', 'pci-express'],
        documentation: { summary: 'A PCI or PCI Express slot, as on x86, ARM and POWER.' },
      },
      { value: 'ccw', documentation: { summary: 'A channel of IBM Z.', since: '1.0.4' } },
      { value: 'usb', documentation: { summary: 'A port of a USB controller, for card model usb-net.' } },
      { value: 'virtio-mmio', documentation: { summary: 'A memory-mapped virtio slot of ARM.', since: '1.1.3' } },
      { value: 'spapr-vio', documentation: { summary: 'The virtual I/O bus of a pSeries guest.' } },
      { value: 'isa', documentation: { summary: 'An ISA port and interrupt.', since: '1.2.1' } },
      {
        value: 'unassigned',
        documentation: { summary: 'The device stays on the host, out of the sight of the guest.', since: '6.0.0' },
        limit: {
          effect: 'refused at define',
          reason: 'Only a <hostdev> may be left unassigned; libvirt refuses the definition.',
          instead: 'Leave <address> out, and libvirt assigns one.',
          covers: ['AD05'],
          libvirtMessage: "address of type 'unassigned' is supported only for hostdevs",
        },
      },
      { value: 'drive', documentation: { summary: 'A place on a disk controller.' }, unlisted: true },
      { value: 'virtio-serial', documentation: { summary: 'A port of a virtio-serial controller.' }, unlisted: true },
      { value: 'ccid', documentation: { summary: 'A slot of a smart card controller.' }, unlisted: true },
      { value: 'dimm', documentation: { summary: 'A memory slot.' }, unlisted: true },
    ],
    'address type',
  ),
};

const zpci: ElementDeclaration = {
  name: 'zpci',
  documentation: { summary: 'Numbers of a PCI device on IBM Z.', since: '4.10.0' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'uid',
        sample: '0x0001',
        documentation: { summary: 'User-defined number of the device, 16 bits.', default: 'a free one' },
        type: hexOrDecimal({ max: 0xffff, hexDigits: 4 }),
      },
      {
        name: 'fid',
        sample: '0x00000000',
        documentation: { summary: 'Function number of the device, 32 bits.', default: 'a free one' },
        type: hexOrDecimal({ max: 0xffffffff, hexDigits: 8 }),
      },
    ],
  })),
};

function decimals(digits: number) {
  return pattern({
    label: `number of at most ${digits} digits`,
    pattern: new RegExp(`^[0-9]{1,${digits}}$`),
    advice: `write up to ${digits} decimal digits`,
  });
}

const pci: Body = {
  attributes: [
    {
      name: 'domain',
      sample: '0x0000',
      documentation: { summary: 'PCI domain in the guest.', default: '0' },
      type: pciDomain,
    },
    {
      name: 'bus',
      sample: '0x00',
      documentation: { summary: 'PCI bus in the guest, which a controller with this index provides.', default: '0' },
      type: pciBus,
    },
    {
      name: 'slot',
      sample: '0x03',
      documentation: { summary: 'PCI slot in the guest; one that no other device uses.', default: '0' },
      type: pciSlot,
    },
    {
      name: 'function',
      sample: '0x0',
      documentation: { summary: 'PCI function in the guest.', default: '0' },
      type: pciFunction,
    },
    {
      name: 'multifunction',
      documentation: {
        summary: 'Whether function 0 of a slot says that the slot has further functions.',
        default: '`off`',
        since: '0.9.7',
        drivers: ['qemu'],
      },
      type: onOffMeaning('The slot has further functions.', 'The slot has this one function.'),
    },
  ],
  children: [{ element: zpci }],
};

const ccw: Body = {
  attributes: [
    {
      name: 'cssid',
      sample: '0xfe',
      documentation: { summary: 'Number of the channel subsystem; 0xfe is that of virtio.' },
      type: pattern({
        label: 'number from 0x0 to 0xfe',
        pattern: /^(?:0x[0-9a-eA-E][0-9a-fA-F]?|0x[fF][0-9a-eA-E]?|\+?0*(?:25[0-4]|2[0-4][0-9]|1?[0-9]{1,2}))$/,
        advice: 'write 0x0 to 0xfe',
      }),
    },
    {
      name: 'ssid',
      sample: '0x0',
      documentation: { summary: 'Number of the subchannel set, 0 to 3.' },
      type: pattern({ label: 'number from 0x0 to 0x3', pattern: /^(?:0x)?[0-3]$/, advice: 'write 0x0 to 0x3' }),
    },
    {
      name: 'devno',
      sample: '0x0000',
      documentation: { summary: 'Device number in the subchannel set, 16 bits.' },
      type: pattern({
        label: 'number from 0x0000 to 0xffff',
        pattern:
          /^(?:0x[0-9a-fA-F]{1,4}|\+?0*(?:[1-5]?[0-9]{1,4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))$/,
        advice: 'write 0x0000 to 0xffff',
      }),
    },
  ],
};

const usb: Body = {
  attributes: [
    {
      name: 'bus',
      required: true,
      sample: '0',
      documentation: { summary: 'Index of the USB controller.' },
      type: usbNumber,
    },
    {
      name: 'port',
      sample: '1',
      documentation: { summary: 'Port of the controller, or path through hubs such as `1.2`.' },
      type: usbPort,
    },
  ],
};

const spaprVio: Body = {
  attributes: [
    {
      name: 'reg',
      sample: '0x2000',
      documentation: { summary: 'Register of the device on the bus, up to 32 bits.' },
      type: pattern({
        label: 'register',
        pattern: /^(?:0x)?[0-9a-fA-F]{1,8}$/,
        advice: 'write up to eight hex digits, such as 0x2000',
      }),
    },
  ],
};

const isa: Body = {
  attributes: [
    {
      name: 'iobase',
      sample: '0x300',
      documentation: { summary: 'First I/O port of the card.' },
      type: pattern({
        label: 'I/O port',
        pattern: /^0x[a-fA-F0-9]{1,4}$/,
        advice: 'write 0x and up to four hex digits, such as 0x300',
      }),
    },
    {
      name: 'irq',
      sample: '0x5',
      documentation: { summary: 'Interrupt of the card.' },
      type: pattern({
        label: 'interrupt',
        pattern: /^0x[a-fA-F0-9]$/,
        advice: 'write 0x and one hex digit, such as 0x5',
      }),
    },
  ],
};

function numbered(name: string, summary: string, digits: number, required?: true): AttributeDeclaration {
  const attribute = { name, sample: '0', documentation: { summary }, type: decimals(digits) };
  return required ? { ...attribute, required } : attribute;
}

const drive: Body = {
  attributes: [
    numbered('controller', 'Index of the disk controller.', 2),
    numbered('bus', 'Bus of the controller.', 2),
    numbered('target', 'Target on the bus.', 2),
    numbered('unit', 'Unit of the target.', 5),
  ],
};

const virtioSerial: Body = {
  attributes: [
    numbered('controller', 'Index of the virtio-serial controller.', 2, true),
    numbered('bus', 'Bus of the virtio-serial controller.', 2),
    numbered('port', 'Port of the virtio-serial controller.', 2),
  ],
};

const ccid: Body = {
  attributes: [
    numbered('controller', 'Index of the smart card controller.', 2, true),
    numbered('slot', 'Slot of the smart card controller.', 2),
  ],
};

const dimm: Body = {
  attributes: [
    {
      name: 'slot',
      sample: '0',
      documentation: { summary: 'Number of the memory slot.' },
      type: integer({ min: 0, max: maxUnsignedInt }),
    },
    {
      name: 'base',
      sample: '0x100000000',
      documentation: { summary: 'Address in the memory of the guest.' },
      type: pattern({
        label: 'address in memory',
        pattern: /^(?:0x)?[0-9a-f]+$/,
        advice: 'write hex digits in lower case, such as 0x100000000',
      }),
    },
  ],
};

const none: Body = {};

/** Where in the guest the device sits. */
export const deviceAddress: ElementDeclaration = {
  name: 'address',
  documentation: {
    summary: 'Where in the guest the device sits.',
    details: 'Leave it out, and libvirt finds a place when the guest is defined and keeps it.',
    page: 'formatdomain.html#device-addresses',
  },
  body: lazy(() => ({
    attributes: [type],
    variants: [
      {
        attribute: 'type',
        cases: {
          pci: () => pci,
          ccw: () => ccw,
          usb: () => usb,
          'virtio-mmio': () => none,
          'spapr-vio': () => spaprVio,
          isa: () => isa,
          unassigned: () => none,
          drive: () => drive,
          'virtio-serial': () => virtioSerial,
          ccid: () => ccid,
          dimm: () => dimm,
        },
      },
    ],
  })),
};
