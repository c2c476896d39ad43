import { characters, deviceName } from '../datatypes/characters.ts';
import { enumeration } from '../datatypes/enumeration.ts';
import { integer } from '../datatypes/integer.ts';
import { onOffMeaning } from '../datatypes/onOff.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';

/** Who keeps the table of MAC addresses of a bridge; for networks and their ports. */
export const macTableManager: AttributeDeclaration = {
  name: 'macTableManager',
  documentation: {
    summary: 'Who keeps the table that says behind which port of the bridge a MAC address is.',
    default: '`kernel`',
    since: '1.2.11',
  },
  type: enumeration([
    {
      value: 'kernel',
      documentation: { summary: 'The bridge learns the addresses and floods frames to unknown ones.' },
    },
    {
      value: 'libvirt',
      documentation: {
        summary: 'libvirt enters the addresses of the guests and turns learning and flooding off.',
        details: 'Guests cannot use other addresses than those of their definition.',
      },
    },
  ]),
};

/** The bridge of a network. */
export const bridge: ElementDeclaration = {
  name: 'bridge',
  documentation: {
    summary: 'The Linux or Open vSwitch bridge that the guests are plugged into.',
    details:
      'libvirt makes it when the network starts, except with forward mode `bridge`, where it must be there already. The attributes beside `name` and `macTableManager` are for a bridge that libvirt makes.',
    default: 'a bridge named virbr0, virbr1, … for networks that libvirt routes',
    page: 'formatnetwork.html#connectivity',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        sample: 'virbr10',
        documentation: {
          summary: 'Name of the bridge on the host, at most 15 characters.',
          details: 'Names of two networks must differ. Usual are names that begin with `virbr`.',
        },
        type: deviceName,
      },
      {
        name: 'stp',
        documentation: { summary: 'Spanning tree protocol on the bridge.', default: '`on`' },
        type: onOffMeaning(
          'The bridge takes part in the spanning tree.',
          'The bridge takes no part in the spanning tree.',
        ),
      },
      {
        name: 'delay',
        sample: '0',
        documentation: {
          summary: 'How long a new port waits before it forwards frames.',
          unit: 'seconds',
          default: '0',
        },
        type: integer({ min: 0, max: 2n ** 64n - 1n, signed: true }),
      },
      {
        name: 'zone',
        sample: 'trusted',
        documentation: {
          summary: 'Zone of firewalld that the bridge is put into.',
          default: '`libvirt`, or `libvirt-routed` with mode route',
          since: '5.1.0',
          needs: 'A running firewalld that knows the zone.',
        },
        type: characters({ label: 'zone name', allowed: /[a-zA-Z0-9_-]/, allowedText: 'letters, digits and _ -' }),
      },
      macTableManager,
    ],
  })),
};
