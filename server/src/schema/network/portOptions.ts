import type { Datatype } from '../datatypes/datatype.ts';
import { enumeration } from '../datatypes/enumeration.ts';
import type { ElementDeclaration, Limit } from '../model.ts';
import { lazy } from '../model.ts';

const yes = 'Ports that are isolated exchange no frames with each other, only with the other ports of the bridge.';
const no = 'The port exchanges frames with all ports of the bridge.';

function port(
  isolated: Datatype,
  page = 'formatdomain.html#isolating-guests-network-traffic-from-each-other',
): ElementDeclaration {
  return {
    name: 'port',
    documentation: {
      summary: 'Options of the port of the Linux bridge that the guest is plugged into.',
      since: '6.1.0',
      page,
    },
    body: lazy(() => ({
      attributes: [
        {
          name: 'isolated',
          documentation: {
            summary: 'Keeps the guest apart from other isolated guests on the same bridge.',
            default: '`no`, or what the network says',
            needs: 'A Linux bridge; Open vSwitch and macvtap have no such option.',
          },
          type: isolated,
        },
      ],
    })),
  };
}

const isolation = enumeration([
  { value: 'yes', aliases: ['on', 'true', '1'], documentation: { summary: yes } },
  { value: 'no', aliases: ['off', 'false', '0'], documentation: { summary: no } },
]);

/** Port options where the interface is plugged into a bridge. */
export const portOptions = port(isolation);

/** Port options for all guests of a network, and of a network port. */
export const networkPortOptions = port(isolation, 'formatnetwork.html#isolating-ports-from-one-another');

const noBridge: Limit = {
  effect: 'refused at define',
  reason: 'Only ports of a Linux bridge can be isolated; libvirt refuses the definition for this type of interface.',
  instead: "Leave <port> out; on a macvtap interface mode='private' has this effect.",
  covers: ['PT01'],
  libvirtMessage: "interface %1$s - <port isolated='yes'/> is not supported for network interfaces with type='%2$s'",
};

/** Port options where there is no bridge. */
export const portOptionsWithoutBridge = port(
  enumeration([
    { value: 'yes', aliases: ['on', 'true', '1'], documentation: { summary: yes }, limit: noBridge },
    { value: 'no', aliases: ['off', 'false', '0'], documentation: { summary: no } },
  ]),
);
