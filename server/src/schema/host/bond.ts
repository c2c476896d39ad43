import { enumeration } from '../datatypes/enumeration.ts';
import { unsignedInt } from '../datatypes/integer.ts';
import { ipv4Address } from '../datatypes/ipAddress.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';

const mode: AttributeDeclaration = {
  name: 'mode',
  documentation: {
    summary: 'How the bond spreads frames over its members.',
    default: '`balance-rr`, that of the kernel',
  },
  type: enumeration(
    [
      {
        value: 'active-backup',
        aliases: ['1', 'failover'],
        documentation: { summary: 'One member carries all frames; another one takes over when it fails.' },
      },
      {
        value: '802.3ad',
        aliases: ['4', 'lacp', '802.1ax', '8023ad'],
        documentation: { summary: 'Link aggregation that is agreed with the switch by LACP.' },
      },
      {
        value: 'balance-rr',
        aliases: ['0', 'round-robin'],
        documentation: { summary: 'Members take turns, frame by frame.' },
      },
      { value: 'balance-xor', aliases: ['2'], documentation: { summary: 'The addresses of a frame tell its member.' } },
      { value: 'broadcast', aliases: ['3'], documentation: { summary: 'Each frame is sent on all members.' } },
      {
        value: 'balance-tlb',
        aliases: ['5'],
        documentation: { summary: 'Outgoing frames are spread by load; incoming ones come to one member.' },
      },
      {
        value: 'balance-alb',
        aliases: ['6'],
        documentation: { summary: 'Frames are spread by load in both directions.' },
      },
    ],
    'bonding mode',
  ),
};

const miimon: ElementDeclaration = {
  name: 'miimon',
  documentation: { summary: 'Watches the links of the members; not together with `<arpmon>`.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'freq',
        required: true,
        sample: '100',
        documentation: { summary: 'How often the links are looked at.', unit: 'milliseconds' },
        type: unsignedInt,
      },
      {
        name: 'downdelay',
        sample: '200',
        documentation: {
          summary: 'How long a link must be down before the bond leaves it.',
          unit: 'milliseconds',
          default: '0',
        },
        type: unsignedInt,
      },
      {
        name: 'updelay',
        sample: '200',
        documentation: {
          summary: 'How long a link must be up before the bond uses it.',
          unit: 'milliseconds',
          default: '0',
        },
        type: unsignedInt,
      },
      {
        name: 'carrier',
        documentation: { summary: 'How the state of a link is found out.', default: '`netif`' },
        type: enumeration([
          { value: 'netif', documentation: { summary: 'The kernel knows by its driver.' } },
          { value: 'ioctl', documentation: { summary: 'The card is asked by the older MII and ethtool calls.' } },
        ]),
      },
    ],
  })),
};

const arpmon: ElementDeclaration = {
  name: 'arpmon',
  documentation: { summary: 'Watches the members by ARP requests to a neighbour; not together with `<miimon>`.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'interval',
        required: true,
        sample: '1000',
        documentation: { summary: 'How often a request is sent.', unit: 'milliseconds' },
        type: unsignedInt,
      },
      {
        name: 'target',
        required: true,
        sample: '192.0.2.1',
        documentation: { summary: 'IPv4 address of the neighbour that is asked.' },
        type: ipv4Address,
      },
      {
        name: 'validate',
        documentation: { summary: 'On which members answers are looked at.', default: 'none' },
        type: enumeration([
          { value: 'all', documentation: { summary: 'Answers on all members count.' } },
          { value: 'active', documentation: { summary: 'Answers on the active member count.' } },
          { value: 'backup', documentation: { summary: 'Answers on the waiting members count.' } },
          {
            value: 'none',
            documentation: { summary: 'No answers are looked at.' },
            limit: {
              effect: 'refused at define',
              reason: "libvirt's schema lists none here, its code does not know it and refuses the document.",
              instead: 'Leave validate out, which means the same.',
              covers: ['HI14'],
              libvirtMessage: 'unknown arp bonding validate none',
            },
          },
        ]),
      },
    ],
  })),
};

/** What makes an interface of the host a bond of the members given. */
export function bondOf(member: ElementDeclaration): ElementDeclaration {
  return {
    name: 'bond',
    documentation: { summary: 'Makes one interface of several network cards.' },
    body: lazy(() => ({
      attributes: [mode],
      children: [{ element: member, required: true, repeatable: true }, { element: miimon }, { element: arpmon }],
    })),
  };
}
