import { HOST, SWITCH } from './graph.ts';
import type { Attachment } from './model.ts';
import { type Assumptions, allow, block, depend, inward, type Outcome, outward } from './outcome.ts';
import { isTagged } from './vlan.ts';

/** A guest to the host that it runs on. */
export function reachHost(guest: Attachment, assumptions: Assumptions): Outcome {
  const { name, connection } = guest;
  if (connection.kind === 'user') {
    return allow(
      outward(guest),
      'user-mode',
      `${name} reaches the host at the gateway's address of its user-mode network.`,
    );
  }
  return between(guest, assumptions, outward(guest), path => path);
}

export function reachFromHost(guest: Attachment, assumptions: Assumptions): Outcome {
  const { name, connection } = guest;
  if (connection.kind === 'user') {
    return block([HOST], 'user-mode', `User mode lets nobody in to ${name}, but for ports that <portForward> names.`);
  }
  return between(guest, assumptions, inward(guest), path => path.toReversed());
}

/** What holds in both directions. `direct` is the guest's end of the way, `turn` turns a way that begins at the guest. */
function between(
  guest: Attachment,
  { hairpin }: Assumptions,
  direct: readonly string[],
  turn: (path: readonly string[]) => readonly string[],
): Outcome {
  const { name, connection, vlan } = guest;
  const way = turn([...outward(guest), HOST]);
  switch (connection.kind) {
    case 'managed':
      return connection.hasAddress
        ? allow(way, 'same-segment', `The host has an address on the network ${connection.network}.`)
        : block(
            direct,
            'no-host-address',
            `The network ${connection.network} has no <ip>: the host has no address on it.`,
          );
    case 'bridge':
      if (isTagged(vlan)) {
        return depend(
          way,
          'different-vlans',
          `${name} is tagged on ${connection.bridge}. It meets the host if the host has an address in the same VLAN.`,
        );
      }
      return connection.openVSwitch
        ? depend(way, 'same-segment', `It works if the host has an address on a port of ${connection.bridge}.`)
        : allow(
            way,
            'same-segment',
            `The host and ${name} meet on the bridge ${connection.bridge}, where the host has its address.`,
          );
    case 'macvtap':
      return betweenMacvtap(guest, connection.mode, hairpin, turn);
    case 'function':
      return depend(
        turn([...outward(guest), SWITCH, HOST]),
        'card-switch',
        `It depends on the switch inside the card, and on the host having an address on that card.`,
      );
    case 'undefinedNetwork':
      return depend(
        way,
        'undefined-network',
        `It depends on the network ${connection.network}, which none of the files defines.`,
      );
    default:
      return block(direct, 'different-networks', `${name} is connected to a socket, not to the host's network.`);
  }
}

function betweenMacvtap(
  guest: Attachment,
  mode: string,
  hairpin: boolean,
  turn: (path: readonly string[]) => readonly string[],
): Outcome {
  const { name } = guest;
  if (mode === 'vepa' && hairpin) {
    return allow(
      turn([...outward(guest), SWITCH, HOST]),
      'vepa',
      `The switch sends the frames of ${name} back to the host.`,
    );
  }
  const remedy = 'Give it a second interface on an isolated network for this.';
  const message =
    mode === 'passthrough'
      ? `The device below ${name} belongs to it alone: the host cannot use it. ${remedy}`
      : `The host is on the other side of macvtap: it cannot talk to ${name} through the same device${mode === 'vepa' ? ', unless the switch reflects frames' : ''}. ${remedy}`;
  return block(turn(outward(guest)), 'host-behind-macvtap', message);
}
