import { deviceName } from '../../../datatypes/characters.ts';
import { enumeration } from '../../../datatypes/enumeration.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';
import { networkOnlyAttributes } from './networkSource.ts';

/** What the macvtap device does with frames; `virNetDevMacVLanMode` in libvirt's virnetdevmacvlan.c. */
export const macvtapMode: AttributeDeclaration = {
  name: 'mode',
  sample: 'bridge',
  documentation: {
    summary: 'What the macvtap device does with frames, above all with those for another guest on this NIC.',
    default: '`vepa`, which needs a special switch; usually `bridge` is meant',
    page: 'formatdomain.html#direct-attachment-to-physical-interface',
  },
  type: enumeration([
    {
      value: 'bridge',
      documentation: {
        summary: 'Frames for another guest in mode `bridge` on the same NIC are delivered directly.',
        details:
          'All others leave through the NIC. Needs no special switch, and is what is usually meant. Both guests must be in this mode.',
        reachability: {
          guestToGuest: 'yes, directly, if both are in mode `bridge` on the same NIC',
          guestToHost: 'no',
          guestToOutside: 'yes',
          requires: 'nothing of the switch; the NIC must take several MAC addresses, which wireless ones do not',
        },
      },
    },
    {
      value: 'vepa',
      documentation: {
        summary: 'Every frame leaves through the NIC, and the switch must send back those for a neighbour.',
        details:
          'Virtual Ethernet Port Aggregator: the switch sees and controls all traffic between the guests. On an ordinary switch two guests of one host cannot reach each other. The mode for 802.1Qbg.',
        default: 'taken when `mode` is missing',
        reachability: {
          guestToGuest: 'only by way of a switch in reflective relay (hairpin, VEPA) mode',
          guestToHost: 'no, unless the switch reflects the frames',
          guestToOutside: 'yes',
          requires: 'a switch port in reflective relay mode, which few switches have, for traffic between guests',
        },
      },
    },
    {
      value: 'private',
      documentation: {
        summary: 'As `vepa`, but guests on the same NIC never reach each other, even if the switch reflects.',
        details:
          'Broadcasts that the switch sends back are not handed to other guests, so that neighbours cannot find each other.',
        reachability: {
          guestToGuest: 'no, except through a router',
          guestToHost: 'no',
          guestToOutside: 'yes',
          requires: 'nothing of the switch',
        },
      },
    },
    {
      value: 'passthrough',
      aliases: ['passthru', 'pass-through', 'pass-thru', 'pt'],
      documentation: {
        summary: 'The NIC, or SR-IOV virtual function, belongs to this one guest, which takes over its MAC address.',
        details:
          'The guest may change its MAC address and set promiscuous mode, and can still be migrated. The kernel refuses any second macvtap on the same device. VLAN tags are possible on a virtual function.',
        since: '0.9.2',
        needs: 'Linux 2.6.38 or newer and a device of the host that nothing else uses.',
        reachability: {
          guestToGuest: 'by way of the switch, or the switch inside the NIC for virtual functions',
          guestToHost: 'not through this device; by way of the switch',
          guestToOutside: 'yes',
          requires: 'a NIC or SR-IOV virtual function for each guest',
        },
      },
    },
  ]),
};

/** `<source>` of a macvtap interface. */
export const directSource: ElementDeclaration = {
  name: 'source',
  documentation: {
    summary: 'The NIC of the host on which the macvtap device is put, and its mode.',
    page: 'formatdomain.html#direct-attachment-to-physical-interface',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'dev',
        required: true,
        sample: 'eth0',
        documentation: {
          summary: 'Name of the NIC, bond or VLAN device on the host.',
          details: 'It must be up when the guest starts, and in no bridge or bond. A bridge is not possible here.',
        },
        type: deviceName,
      },
      macvtapMode,
      ...networkOnlyAttributes,
    ],
  })),
};
