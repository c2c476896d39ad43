import { deviceName } from '../datatypes/characters.ts';
import { yesNoMeaning } from '../datatypes/yesNo.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';
import { networkBandwidth } from './bandwidth.ts';
import { virtualport } from './virtualport.ts';
import { vlan } from './vlan.ts';

/** Whether the host follows what a guest does with its MAC filter; for networks and their port groups. */
export const networkTrustGuestRxFilters: AttributeDeclaration = {
  name: 'trustGuestRxFilters',
  documentation: {
    summary: 'Whether the host follows when a guest changes its MAC address or its list of multicast addresses.',
    default: '`no`',
    since: '1.2.10',
    needs: 'A virtio card, and a macvtap device.',
  },
  type: yesNoMeaning(
    'Guests may change their addresses, which IPv6 and multicast often need.',
    'Changes by guests have no effect.',
  ),
};

/** Settings that guests of one kind share. */
export const portgroup: ElementDeclaration = {
  name: 'portgroup',
  documentation: {
    summary: 'A class of guests with settings of their own, which an interface names by `<source portgroup=…>`.',
    details: 'What the group does not set comes from the network; what the interface sets comes first.',
    since: '0.9.4',
    page: 'formatnetwork.html#portgroups',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        required: true,
        sample: 'engineering',
        documentation: { summary: 'Name of the group, unique in the network.' },
        type: deviceName,
      },
      {
        name: 'default',
        documentation: {
          summary: 'Whether interfaces that name no group belong to this one; one group at most may be the default.',
          default: '`no`',
        },
        type: yesNoMeaning(
          'Interfaces without a port group get this one.',
          'Only interfaces that name the group get it.',
        ),
      },
      networkTrustGuestRxFilters,
    ],
    children: [{ element: virtualport }, { element: vlan }, { element: networkBandwidth }],
  })),
};
