import { enumeration } from '../datatypes/enumeration.ts';
import { integer } from '../datatypes/integer.ts';
import type { ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';

const tag: ElementDeclaration = {
  name: 'tag',
  documentation: { summary: 'One VLAN that the guest takes part in.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'id',
        required: true,
        sample: '42',
        documentation: {
          summary: 'Number of the VLAN.',
          details: 'Use 1 to 4094: the standard reserves 0 and 4095, which libvirt takes nevertheless.',
        },
        type: integer({ min: 0, max: 4095, signed: true }),
      },
      {
        name: 'nativeMode',
        documentation: {
          summary: 'Makes this the native VLAN of a trunk; one tag at most may have it.',
          since: '1.1.0',
        },
        type: enumeration([
          {
            value: 'tagged',
            documentation: { summary: 'Frames without a tag belong to this VLAN, and leave it with a tag.' },
          },
          {
            value: 'untagged',
            documentation: { summary: 'Frames without a tag belong to this VLAN, and leave it without a tag.' },
          },
        ]),
      },
    ],
  })),
};

/** VLAN membership of an interface, a network or a port group. */
export const vlan: ElementDeclaration = {
  name: 'vlan',
  documentation: {
    summary: 'Puts the traffic of the guest into one VLAN, or makes its port a trunk of several.',
    details:
      'Works on Open vSwitch, on Linux bridges since libvirt 11.0.0, and, with a single tag, on SR-IOV virtual functions (type `hostdev`, or `direct` with mode `passthrough`). With other macvtap modes use a VLAN device such as `eth0.42` as source.',
    since: '0.10.0',
    drivers: ['qemu', 'lxc', 'xen'],
    page: 'formatdomain.html#setting-vlan-tag-on-supported-network-types-only',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'trunk',
        documentation: {
          summary: 'Makes the port a trunk, which carries frames with their tags.',
          default: '`yes` when there are several tags',
        },
        type: enumeration([
          {
            value: 'yes',
            aliases: ['on', 'true', '1'],
            documentation: { summary: 'The guest sees the VLAN tags and sends frames with tags.' },
          },
        ]),
      },
    ],
    children: [{ element: tag, required: true, repeatable: true }],
  })),
};
