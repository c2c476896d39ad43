import { HOST, SWITCH } from './graph.ts';
import type { Attachment, Connection } from './model.ts';
import { type Assumptions, across, allow, block, depend, type Outcome, outward } from './outcome.ts';
import { reachFromHost } from './reachHost.ts';
import { reachMacvtap } from './reachMacvtap.ts';
import { compareVlans, describeVlan, isTagged } from './vlan.ts';

/** One guest to another on the same host. */
export function reachGuest(from: Attachment, to: Attachment, assumptions: Assumptions): Outcome {
  const first = from.connection;
  const second = to.connection;
  if (second.kind === 'user') {
    return block(
      outward(from),
      'user-mode',
      `User mode lets nobody in to ${to.name}, but for ports that <portForward> names.`,
    );
  }
  if (first.kind === 'user') return throughUserMode(from, to, assumptions);
  if (first.kind === 'undefinedNetwork' || second.kind === 'undefinedNetwork') return onUndefinedNetwork(from, to);
  const segment = segmentOf(first);
  if (segment !== undefined && segment === segmentOf(second)) return onSameSegment(from, to);
  if (first.kind === 'socket' || second.kind === 'socket') {
    return block(
      outward(from),
      'different-networks',
      `${from.name} and ${to.name} are on different networks, and a socket leads to its other end only.`,
    );
  }
  if (first.kind === 'managed' || second.kind === 'managed') return throughHost(from, to);
  return onPhysicalNetwork(from, to, assumptions);
}

function segmentOf(connection: Connection): string | undefined {
  switch (connection.kind) {
    case 'managed':
      return `network ${connection.network}`;
    case 'bridge':
      return `bridge ${connection.bridge}`;
    case 'socket':
      return `socket ${connection.address}`;
    default:
      return undefined;
  }
}

/** User mode sends on what a guest says as if the host said it. */
function throughUserMode(from: Attachment, to: Attachment, assumptions: Assumptions): Outcome {
  const outcome = reachFromHost(to, assumptions);
  return {
    ...outcome,
    message: `User mode sends on what ${from.name} says in the host's name. ${outcome.message}`,
    path: [from.domain, from.id, ...outcome.path],
  };
}

function onUndefinedNetwork(from: Attachment, to: Attachment): Outcome {
  const names = [from, to].flatMap(({ connection }) =>
    connection.kind === 'undefinedNetwork' ? [connection.network] : [],
  );
  const [first, second = first] = names;
  return names.length === 2 && first === second
    ? depend(
        across(from, to),
        'undefined-network',
        `Both are on the network ${first}, which none of the files defines: guests of one network usually reach each other.`,
      )
    : depend(
        [],
        'undefined-network',
        `It depends on ${[...new Set(names)].join(' and ')}: no file defines that network.`,
      );
}

function onSameSegment(from: Attachment, to: Attachment): Outcome {
  const segment = segmentOf(from.connection);
  if (from.isolated && to.isolated) {
    return block(
      outward(from),
      'isolated-port',
      `Both are on isolated ports of the ${segment}: frames pass between an isolated port and one that is not.`,
    );
  }
  switch (compareVlans(from.vlan, to.vlan)) {
    case 'different':
      return block(
        outward(from),
        'different-vlans',
        `${from.name} is in ${describeVlan(from.vlan)}, ${to.name} in ${describeVlan(to.vlan)}: a router has to lead from one to the other.`,
      );
    case 'tagging':
      return depend(
        across(from, to),
        'guest-tags',
        `They have a VLAN in common, if the guest on the trunk tags its frames itself.`,
      );
    default:
      return allow(across(from, to), 'same-segment', `Both are on the ${segment}.`);
  }
}

/** From, to or between networks that the host has made: it forwards, or does not. */
function throughHost(from: Attachment, to: Attachment): Outcome {
  const isolated = [from, to].find(({ connection }) => connection.kind === 'managed' && connection.forward === 'none');
  if (isolated) {
    return block(
      outward(from),
      'isolated-network',
      `${isolated.name} is on an isolated network: the host forwards nothing from or to it.`,
    );
  }
  const path = across(from, to, HOST);
  const target = to.connection;
  if (target.kind !== 'managed') {
    return depend(
      path,
      'physical-network',
      `The host forwards what ${from.name} says, if it reaches ${to.name} on the physical network.`,
    );
  }
  switch (target.forward) {
    case 'nat':
      return block(
        outward(from),
        'nat',
        `${to.name} is on the network ${target.network}: NAT lets in answers only, so that nobody but its own guests and the host can begin to talk to it.`,
      );
    case 'route':
      return from.connection.kind === 'managed'
        ? allow(path, 'routed', `The host routes from one network to the other.`)
        : depend(
            path,
            'routed',
            `It works if ${from.name} has a route to the network ${target.network} through the host.`,
          );
    default:
      return depend(
        path,
        'host-firewall',
        `libvirt sets no firewall rules for ${target.network}: the host's own decide.`,
      );
  }
}

/** Both have their place on the network outside the host. */
function onPhysicalNetwork(from: Attachment, to: Attachment, assumptions: Assumptions): Outcome {
  const first = from.connection;
  const second = to.connection;
  if (first.kind === 'macvtap' && second.kind === 'macvtap') {
    const outcome = reachMacvtap(from, first, to, second, assumptions);
    if (outcome) return outcome;
  }
  if (
    first.kind === 'function' &&
    second.kind === 'function' &&
    first.device !== undefined &&
    first.device === second.device
  ) {
    return block([], 'exclusive-device', `${first.device} can belong to one running guest only.`);
  }
  const enslaved = findEnslaved(first, second, assumptions);
  if (enslaved !== undefined) {
    return block([], 'enslaved-device', `${enslaved} is in a bridge already: no macvtap can be put on it.`);
  }
  if (isTagged(from.vlan) && isTagged(to.vlan) && compareVlans(from.vlan, to.vlan) === 'different') {
    return block(
      outward(from),
      'different-vlans',
      `${from.name} is in ${describeVlan(from.vlan)}, ${to.name} in ${describeVlan(to.vlan)}: a router has to lead from one to the other.`,
    );
  }
  const path = across(from, to, SWITCH);
  return first.kind === 'function' && second.kind === 'function'
    ? depend(
        path,
        'card-switch',
        `It depends on the switch inside the card, or on both being connected to the same network.`,
      )
    : depend(
        path,
        'physical-network',
        `They leave the host through different devices, and reach each other if both lead to the same network.`,
      );
}

/** The device of a macvtap that is in the other's bridge. */
function findEnslaved(first: Connection, second: Connection, { uplinks }: Assumptions): string | undefined {
  for (const [macvtap, bridge] of [
    [first, second],
    [second, first],
  ] as const) {
    if (macvtap.kind !== 'macvtap' || bridge.kind !== 'bridge') continue;
    const devices = uplinks.get(bridge.bridge) ?? [];
    const found = macvtap.devices.find(device => devices.includes(device));
    if (found !== undefined) return found;
  }
  return undefined;
}
