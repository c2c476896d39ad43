import { HOST, OUTSIDE, SWITCH } from './graph.ts';
import type { Attachment } from './model.ts';
import { type Assumptions, allow, block, depend, type Outcome, outward } from './outcome.ts';

/** A guest to machines outside the host. */
export function reachOutside(guest: Attachment, assumptions: Assumptions): Outcome {
  const { name, connection } = guest;
  const throughHost = [...outward(guest), HOST, OUTSIDE];
  if (connection.kind === 'user') {
    return allow(
      [...outward(guest), OUTSIDE],
      'user-mode',
      `${name} reaches the outside in the host's name; only TCP, UDP and echo requests.`,
    );
  }
  if (connection.kind === 'managed' && connection.forward === 'nat') {
    return allow(throughHost, 'nat', `The host forwards it with NAT, under its own address.`);
  }
  return inBothDirections(guest, assumptions, throughHost);
}

export function reachFromOutside(guest: Attachment, assumptions: Assumptions): Outcome {
  const { name, connection } = guest;
  if (connection.kind === 'user') {
    return block(
      [OUTSIDE, HOST],
      'user-mode',
      `User mode lets nobody in to ${name}, but for ports that <portForward> names.`,
    );
  }
  if (connection.kind === 'managed' && connection.forward === 'nat') {
    return block([OUTSIDE, HOST], 'nat', `NAT lets in answers only: nobody outside can begin to talk to ${name}.`);
  }
  const outcome = inBothDirections(guest, assumptions, [...outward(guest), HOST, OUTSIDE]);
  return { ...outcome, path: outcome.verdict === 'blocked' ? [OUTSIDE, HOST] : outcome.path.toReversed() };
}

function inBothDirections(guest: Attachment, { uplinks }: Assumptions, throughHost: readonly string[]): Outcome {
  const { name, connection } = guest;
  const throughSwitch = [...outward(guest), SWITCH, OUTSIDE];
  switch (connection.kind) {
    case 'managed':
      switch (connection.forward) {
        case 'route':
          return depend(
            throughHost,
            'routed',
            `The host routes it, if the network outside has a route back to ${connection.network}.`,
          );
        case 'open':
          return depend(
            throughHost,
            'host-firewall',
            `libvirt sets no firewall rules for ${connection.network}: the host's own decide, and the routes outside.`,
          );
        default:
          return block(
            outward(guest),
            'isolated-network',
            `The network ${connection.network} is isolated: the host forwards nothing from or to it.`,
          );
      }
    case 'bridge': {
      const [uplink] = uplinks.get(connection.bridge) ?? [];
      return uplink === undefined
        ? depend(
            throughSwitch,
            'physical-network',
            `It works if the bridge ${connection.bridge} has a device of the host in it; the files do not say.`,
          )
        : allow(
            [...outward(guest), `device:${uplink}`, SWITCH, OUTSIDE],
            'physical-network',
            `The bridge ${connection.bridge} leads outside through ${uplink}.`,
          );
    }
    case 'macvtap':
      return allow(
        throughSwitch,
        'physical-network',
        `${name} is on the physical network, through ${connection.devices.join(' or ')}.`,
      );
    case 'function':
      return allow(
        throughSwitch,
        'physical-network',
        `${name} has a device of the host for itself, and is on its physical network.`,
      );
    case 'undefinedNetwork':
      return depend(
        throughHost,
        'undefined-network',
        `It depends on the network ${connection.network}, which none of the files defines.`,
      );
    default:
      return block(
        outward(guest),
        'different-networks',
        `${name} is connected to a socket, which leads to other guests only.`,
      );
  }
}
