import type { Datatype } from '../datatypes/datatype.ts';
import { unsignedShort } from '../datatypes/integer.ts';
import type { ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';

/** What is meant by sizes such as `9k` and `70000`: the usual size of large frames, or that many thousands. */
const mtuSize: Datatype = {
  ...unsignedShort,
  check: value => {
    const problem = unsignedShort.check(value);
    if (!problem || problem.confident || /^\s*-/.test(value)) return problem;
    const thousands = Number(/^\s*(\d+(?:\.\d+)?)\s*k/i.exec(value)?.[1]) * 1000;
    const meant = Number.isInteger(thousands) && thousands > 0 && !unsignedShort.check(String(thousands));
    return { ...problem, replacements: [meant ? String(thousands) : '9000'] };
  },
};

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
