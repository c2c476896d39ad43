import { enumeration } from '../../../datatypes/enumeration.ts';
import { integer, maxUnsignedInt, unsignedInt } from '../../../datatypes/integer.ts';
import { filePath } from '../../../datatypes/path.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** State of the virtual cable. */
export const link: ElementDeclaration = {
  name: 'link',
  documentation: {
    summary: 'Whether the virtual cable is plugged in; it can be changed while the guest runs.',
    since: '0.9.5',
    page: 'formatdomain.html#modifying-virtual-link-state',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'state',
        required: true,
        documentation: { summary: 'State of the link that the guest sees.', default: '`up`' },
        type: enumeration([
          { value: 'up', aliases: ['on', 'yes', 'true'], documentation: { summary: 'The cable is plugged in.' } },
          { value: 'down', aliases: ['off', 'no', 'false'], documentation: { summary: 'The cable is pulled out.' } },
        ]),
      },
    ],
  })),
};

const frames: ElementDeclaration = {
  name: 'frames',
  documentation: { summary: 'After how many frames the guest is told about them.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'max',
        sample: '7',
        documentation: {
          summary: 'Most frames that are collected before the guest is told; 0 switches it off.',
          default: '0',
          unit: 'frames',
        },
        type: unsignedInt,
      },
    ],
  })),
};

const rx: ElementDeclaration = {
  name: 'rx',
  documentation: { summary: 'The direction towards the guest, the only one that can be set.' },
  body: lazy(() => ({ children: [{ element: frames }] })),
};

/** Fewer, larger notifications. */
export const coalesce: ElementDeclaration = {
  name: 'coalesce',
  documentation: {
    summary: 'Collects received frames on the tap device before they are passed on, to save interrupts.',
    since: '3.3.0',
    drivers: ['qemu'],
    page: 'formatdomain.html#coalesce-settings',
  },
  body: lazy(() => ({ children: [{ element: rx }] })),
};

const sndbuf: ElementDeclaration = {
  name: 'sndbuf',
  documentation: {
    summary: 'Size of the send buffer of the tap device; 0 is as large as possible.',
    unit: 'bytes',
    default: 'as large as possible',
  },
  body: lazy(() => ({ text: integer({ min: 0, max: maxUnsignedInt, spaced: true }) })),
};

/** Tuning of the tap device. */
export const tune: ElementDeclaration = {
  name: 'tune',
  documentation: {
    summary: 'Tunes the tap or macvtap device on the host.',
    since: '0.8.8',
    drivers: ['qemu'],
    page: 'formatdomain.html#setting-network-backend-specific-options',
  },
  body: lazy(() => ({ children: [{ element: sndbuf }] })),
};

function scriptElement(name: string, summary: string, since: string, path: string): ElementDeclaration {
  return {
    name,
    documentation: { summary, since, page: 'formatdomain.html#generic-ethernet-connection' },
    body: lazy(() => ({
      attributes: [
        {
          name: 'path',
          required: true,
          sample: path,
          documentation: { summary: 'Path of the program on the host; it is called with the name of the device.' },
          type: filePath,
        },
      ],
    })),
  };
}

/** Program that connects a tap device. */
export const script = scriptElement(
  'script',
  'Program that is run when the tap device has been made, to connect it.',
  '0.2.1',
  '/etc/qemu-ifup',
);

/** Program that disconnects a tap device. */
export const downscript = scriptElement(
  'downscript',
  'Program that is run when the tap device is about to be removed.',
  '6.4.0',
  '/etc/qemu-ifdown',
);
