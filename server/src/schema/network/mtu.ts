import { unsignedShort } from '../datatypes/integer.ts';
import { withUnits } from '../datatypes/withUnits.ts';
import type { ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';

/** `9k` and `jumbo` mean large frames, which have 9000 bytes; a tap device has no more than 65521. */
const mtuSize = withUnits(unsignedShort, { k: 1000 }, '9000');

/** Largest frame of an interface or a network. */
export const mtu: ElementDeclaration = {
  name: 'mtu',
  documentation: {
    summary: 'Largest payload of a frame, for the tap device and, with virtio, for the card of the guest.',
    default: 'that of the network or bridge',
    since: '3.1.0',
    page: 'formatdomain.html#mtu-configuration',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'size',
        required: true,
        sample: '9000',
        documentation: {
          summary: 'The MTU of the interface; 0 is as if the element was not there.',
          details: 'A tap device takes 68 to 65521. Every part of the way must carry frames of this size.',
          unit: 'bytes',
        },
        type: mtuSize,
      },
    ],
  })),
};

/** MTU of a network's bridge. */
export const networkMtu: ElementDeclaration = {
  name: 'mtu',
  documentation: {
    summary: 'MTU of the bridge that libvirt makes, and of the tap devices of guests that set none.',
    default: '1500',
    since: '3.1.0',
    page: 'formatnetwork.html#connectivity',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'size',
        required: true,
        sample: '9000',
        documentation: { summary: 'The MTU of the network; 0 is as if the element was not there.', unit: 'bytes' },
        type: mtuSize,
      },
    ],
  })),
};
