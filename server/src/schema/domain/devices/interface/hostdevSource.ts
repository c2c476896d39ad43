import { enumeration } from '../../../datatypes/enumeration.ts';
import { onOff } from '../../../datatypes/onOff.ts';
import { pciBus, pciDomain, pciFunction, pciSlot } from '../../../datatypes/pciPart.ts';
import { anyText } from '../../../datatypes/text.ts';
import { usbId, usbNumber } from '../../../datatypes/usb.ts';
import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { AttributeDeclaration, ElementDeclaration, Limit } from '../../../model.ts';
import { lazy } from '../../../model.ts';

const usbOnly: Limit = {
  effect: 'refused at start',
  drivers: ['qemu'],
  reason:
    "The QEMU driver starts an interface of type='hostdev' only with an SR-IOV virtual function, which is a PCI device.",
  instead: "Name the function by <address type='pci'>, or use <hostdev mode='subsystem' type='usb'> for a USB device.",
  covers: [],
};

const addressType: AttributeDeclaration = {
  name: 'type',
  required: true,
  sample: 'pci',
  documentation: { summary: 'Bus on which the device of the host sits.' },
  type: enumeration([
    { value: 'pci', documentation: { summary: 'A PCI device, named by domain, bus, slot and function.' } },
    {
      value: 'usb',
      documentation: {
        summary: 'A USB network adapter, named by bus and device number.',
        details: 'Both numbers change when the device is plugged in again.',
      },
      limit: usbOnly,
    },
  ]),
};

const address: ElementDeclaration = {
  name: 'address',
  documentation: {
    summary: 'Where on the host the device is; `lspci -D` prints it as domain:bus:slot.function.',
  },
  body: lazy(() => ({
    attributes: [addressType],
    variants: [
      {
        attribute: 'type',
        cases: {
          pci: lazy(() => ({
            attributes: [
              {
                name: 'domain',
                sample: '0x0000',
                documentation: { summary: 'PCI domain of the device on the host.', default: '0' },
                type: pciDomain,
              },
              {
                name: 'bus',
                sample: '0x00',
                documentation: { summary: 'PCI bus of the device on the host.', default: '0' },
                type: pciBus,
              },
              {
                name: 'slot',
                sample: '0x07',
                documentation: { summary: 'PCI slot, also called device, of the device on the host.', default: '0' },
                type: pciSlot,
              },
              {
                name: 'function',
                sample: '0x0',
                documentation: { summary: 'PCI function of the device on the host.', default: '0' },
                type: pciFunction,
              },
              {
                name: 'multifunction',
                documentation: { summary: 'Means something only for the address that the guest sees.' },
                type: onOff,
                limit: {
                  effect: 'ignored',
                  reason: 'libvirt reads multifunction only on the address that the guest sees.',
                  instead: 'Leave it out.',
                  covers: [],
                },
              },
            ],
          })),
          usb: lazy(() => ({
            attributes: [
              {
                name: 'bus',
                required: true,
                sample: '1',
                documentation: { summary: 'Number of the USB bus on the host, as `lsusb` prints it.' },
                type: usbNumber,
              },
              {
                name: 'device',
                required: true,
                sample: '2',
                documentation: { summary: 'Number of the device on that bus, as `lsusb` prints it.' },
                type: usbNumber,
              },
            ],
          })),
        },
      },
    ],
  })),
};

const vendor: ElementDeclaration = {
  name: 'vendor',
  documentation: { summary: 'Vendor of the USB network adapter, together with `<product>`.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'id',
        required: true,
        sample: '0x0b95',
        documentation: { summary: 'Vendor number in hexadecimal digits, as `lsusb` prints it.' },
        type: usbId,
      },
    ],
  })),
};

const product: ElementDeclaration = {
  name: 'product',
  documentation: { summary: 'Product of the USB network adapter, together with `<vendor>`.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'id',
        required: true,
        sample: '0x1790',
        documentation: { summary: 'Product number in hexadecimal digits, as `lsusb` prints it.' },
        type: usbId,
      },
    ],
  })),
};

/** `<source>` of an interface that is a device of the host. */
export const hostdevSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The virtual function of an SR-IOV NIC that the guest gets.',
    details: 'Under QEMU it must be a virtual function; for other PCI NICs use `<hostdev>`.',
    page: 'formatdomain.html#pci-passthrough',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'missing',
        documentation: { summary: 'Printed by libvirt when the device was not there at the last start.' },
        type: yesNoMeaning('The device was missing.', 'The device was there.'),
        limit: {
          effect: 'output-only',
          reason: 'libvirt prints this for a running guest and does not read it from a definition.',
          instead: 'Leave it out.',
          covers: [],
        },
      },
      {
        name: 'startupPolicy',
        documentation: { summary: 'What happens when a USB device is not there at start; for `<hostdev>` only.' },
        type: anyText,
        limit: {
          effect: 'refused at define',
          reason: 'libvirt takes a startup policy for USB devices only and refuses the definition.',
          instead: 'Leave it out.',
          covers: ['IF042'],
          libvirtMessage: 'Setting startupPolicy is only allowed for USB devices',
        },
      },
    ],
    children: [
      { element: address, required: true },
      { element: vendor, limit: usbOnly },
      { element: product, limit: usbOnly },
    ],
  })),
};
