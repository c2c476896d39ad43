import { enumeration } from '../datatypes/enumeration.ts';
import { uint8, uint24 } from '../datatypes/hexOrDecimal.ts';
import { profileId } from '../datatypes/profileId.ts';
import { uuid } from '../datatypes/uuid.ts';
import type { AttributeDeclaration, Body, ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';

const managerid: AttributeDeclaration = {
  name: 'managerid',
  documentation: {
    summary: 'Number of the VSI manager, the database from which the switch takes the type of this virtual port.',
    details:
      'The network administrator hands it out. IEEE 802.1Qbg reserves 0, which libvirt nevertheless sends. Decimal or hexadecimal with `0x`; a leading zero makes libvirt read it as octal.',
    needs: 'A switch that takes part in IEEE 802.1Qbg, and `lldpad` running on the host.',
  },
  type: uint8,
  sample: '11',
};

const typeid: AttributeDeclaration = {
  name: 'typeid',
  documentation: {
    summary: 'Number of the VSI type: the set of rules that the switch applies to the traffic of this guest.',
    details: 'The network administrator hands it out. Decimal or hexadecimal with `0x`.',
  },
  type: uint24,
  sample: '1193047',
};

const typeidversion: AttributeDeclaration = {
  name: 'typeidversion',
  documentation: {
    summary: 'Version of the VSI type, since a manager may keep several versions of one type.',
  },
  type: uint8,
  sample: '2',
};

const instanceid: AttributeDeclaration = {
  name: 'instanceid',
  documentation: {
    summary: 'Globally unique name of this one connection between the guest and the switch.',
    details:
      'Keep it over redefinitions, so that the switch recognises the port, and make a new one when you clone the guest.',
    default: 'a fresh UUID, made when the guest is defined',
  },
  type: uuid,
};

const profileid: AttributeDeclaration = {
  name: 'profileid',
  documentation: {
    summary: 'Name of the port profile that the switch applies to this port.',
    details:
      'For 802.1Qbh the profile must exist on the switch. Open vSwitch stores the name in the port as `port-profile` and leaves its meaning to a controller. At most 39 bytes.',
  },
  type: profileId,
  sample: 'profile1',
};

const interfaceid: AttributeDeclaration = {
  name: 'interfaceid',
  documentation: {
    summary: 'Name of the port for the network controller, which Open vSwitch knows as `iface-id`.',
    details: 'Keep it over redefinitions and make a new one when you clone the guest.',
    default: 'a fresh UUID for Open vSwitch, made when the guest is defined; MidoNet has no default',
  },
  type: uuid,
};

const openvswitchProfileid: AttributeDeclaration = {
  ...profileid,
  documentation: {
    summary:
      'Name that Open vSwitch stores with the port as its `port-profile`, for a controller to act on, at most 39 bytes.',
    default: 'none',
  },
};

const midonetInterfaceid: AttributeDeclaration = {
  ...interfaceid,
  required: true,
  documentation: {
    summary: 'UUID of the port in the MidoNet topology that this guest is plugged into.',
    details: 'libvirt hands it to `mm-ctl`, so the port must exist there before the guest starts.',
  },
};

function parametersOf(summary: string, attributes: readonly AttributeDeclaration[]): ElementDeclaration {
  return { name: 'parameters', documentation: { summary }, body: lazy(() => ({ attributes })) };
}

const qbgParameters = parametersOf(
  'What the switch needs to know to associate this port: manager, type, version and instance.',
  [managerid, typeid, typeidversion, instanceid],
);
const qbhParameters = parametersOf('Names the port profile for this port.', [profileid]);
const openvswitchParameters = parametersOf('Names this port for Open vSwitch and its controller.', [
  interfaceid,
  openvswitchProfileid,
]);
const midonetParameters = parametersOf('Names the port in the MidoNet topology.', [midonetInterfaceid]);

/** `<parameters>` of each virtual port type. */
export const virtualportParameters = {
  '802.1Qbg': qbgParameters,
  '802.1Qbh': qbhParameters,
  openvswitch: openvswitchParameters,
  midonet: midonetParameters,
} as const;

/** The types, as `virtualport/@type` writes them (`virNetDevVPort` in libvirt's virnetdevvportprofile.c). */
export const virtualportTypes = ['openvswitch', '802.1Qbg', '802.1Qbh', 'midonet'] as const;

const type: AttributeDeclaration = {
  name: 'type',
  documentation: {
    summary: 'The way in which the port is announced to the switch; it decides about the parameters.',
    details:
      'An interface of type `network` may leave it out, and then takes the type from the network; interfaces of type `bridge`, `direct` and `hostdev` need it.',
  },
  type: enumeration(
    [
      {
        value: 'openvswitch',
        aliases: ['ovs', 'open-vswitch', 'openvswitch2', 'vswitch'],
        documentation: {
          summary: 'The guest is plugged into an Open vSwitch bridge.',
          details:
            'For interfaces of type `bridge`, or networks that use such a bridge. VLAN tags are handled by Open vSwitch; network filters and port isolation are not available.',
          since: '0.9.11',
          page: 'formatdomain.html#bridge-to-lan',
          needs: 'An Open vSwitch bridge as `<source bridge=…>`.',
          reachability: {
            guestToGuest: 'yes, as the flows of the bridge allow',
            guestToHost: 'yes, if the bridge has an internal port with an address',
            guestToOutside: 'yes, through the uplink of the bridge',
            requires: 'Open vSwitch on the host; nothing of the physical switch',
          },
        },
      },
      {
        value: '802.1Qbg',
        aliases: ['qbg', '8021qbg', '802.1-qbg'],
        documentation: {
          summary: 'IEEE 802.1Qbg (VEPA): the switch associates the port with a VSI type when the guest starts.',
          details:
            'For interfaces of type `direct`. libvirt sends the parameters to `lldpad`, together with the VLAN of the lower device: 0 if there is none, although the standard wants another number.',
          since: '0.8.2',
          needs: 'Mode `vepa`, a VLAN device such as `eth0.20` as source, and `lldpad` on the host.',
          reachability: {
            guestToGuest: 'only by way of the switch, which must send frames back to the port they came from',
            guestToHost: 'no, unless the switch reflects the frames and the host uses its own macvtap or VLAN',
            guestToOutside: 'yes, as the rules of the VSI type allow',
            requires: 'an adjacent switch with 802.1Qbg (EVB, VDP) and its VSI types',
          },
        },
      },
      {
        value: '802.1Qbh',
        aliases: ['qbh', '8021qbh', '802.1-qbh', '802.1br', 'vn-link', 'vnlink'],
        documentation: {
          summary: 'IEEE 802.1Qbh (Cisco VN-Link): the port gets a named profile of the switch when the guest starts.',
          details: 'For interfaces of type `direct` and `hostdev`. The request goes through the driver of the adapter.',
          since: '0.8.2',
          needs: 'A Cisco VIC adapter (driver `enic`) and a switch that knows the profile.',
          reachability: {
            guestToGuest: 'by way of the switch, as the profile allows',
            guestToHost: 'by way of the switch, as the profile allows',
            guestToOutside: 'yes, as the profile allows',
            requires: 'an adapter and an adjacent switch with 802.1Qbh (port extenders)',
          },
        },
      },
      {
        value: 'midonet',
        documentation: {
          summary: 'The guest is bound to a port of a MidoNet overlay network.',
          details: 'For interfaces of type `bridge` only. libvirt calls `mm-ctl` to bind the port.',
          since: '1.2.13',
          page: 'formatdomain.html#bridge-to-lan',
          needs: 'The MidoNet agent on the host.',
          reachability: {
            guestToGuest: 'yes, as the MidoNet topology allows',
            guestToHost: 'no',
            guestToOutside: 'yes, through the gateways of the topology',
            requires: 'MidoNet on all hosts; nothing of the physical switch',
          },
        },
      },
    ],
    'virtual port type',
  ),
};

function caseOf(parameters: ElementDeclaration, required?: true): () => Body {
  return () => ({ children: [required ? { element: parameters, required } : { element: parameters }] });
}

function virtualportOf(typeAttribute: AttributeDeclaration): ElementDeclaration {
  return {
    name: 'virtualport',
    documentation: {
      summary: 'Announces the port of this guest to a switch that manages virtual ports.',
      details:
        'The switch (or Open vSwitch, or MidoNet) then applies its own rules to the traffic. Parameters come from the interface, the network and the port group together, if there are several; two different values for one parameter are an error at start.',
      since: '0.8.2',
      page: 'formatdomain.html#direct-attachment-to-physical-interface',
    },
    body: lazy(() => ({
      attributes: [typeAttribute],
      variants: [
        {
          attribute: 'type',
          cases: {
            openvswitch: caseOf(openvswitchParameters),
            '802.1Qbg': caseOf(qbgParameters),
            '802.1Qbh': caseOf(qbhParameters),
            midonet: caseOf(midonetParameters, true),
          },
        },
      ],
    })),
  };
}

/** How the port is announced to the switch; for interfaces, port groups and network ports. */
export const virtualport = virtualportOf(type);

/** The same for a whole network, which must say the type (`VIR_VPORT_XML_REQUIRE_TYPE_ATTRIBUTE`). */
export const networkVirtualport = virtualportOf({ ...type, required: true });
