import { SWITCH } from './graph.ts';
import type { Attachment, Connection } from './model.ts';
import { type Assumptions, across, allow, block, depend, type Outcome, outward } from './outcome.ts';
import { describeVlan, splitVlanDevice } from './vlan.ts';

type Macvtap = Extract<Connection, { kind: 'macvtap' }>;

/**
 * Two macvtap interfaces on the same lower device, as the kernel's macvlan driver delivers frames (`macvlan_queue_xmit`,
 * `macvlan_handle_frame`). `undefined` when they are on different ones.
 */
export function reachMacvtap(
  from: Attachment,
  first: Macvtap,
  to: Attachment,
  second: Macvtap,
  { hairpin }: Assumptions,
): Outcome | undefined {
  const [device = '', ...others] = first.devices.filter(name => second.devices.includes(name));
  if (device === '') return onRelatedDevices(from, first, to, second);
  const certain = first.devices.length === 1 && second.devices.length === 1;
  const exclusive = [first, second].find(({ mode }) => mode === 'passthrough');
  if (exclusive)
    return certain
      ? block([], 'exclusive-device', `${device} is passed through: it can belong to one running guest only.`)
      : undefined;
  if (!certain) {
    return depend(
      across(from, to),
      'pool',
      `libvirt gives each of them a device of the network, ${[device, ...others].join(' or ')}: it depends on whether both get the same one.`,
    );
  }
  if (first.mode === 'bridge' && second.mode === 'bridge') {
    return allow(
      across(from, to),
      'bridge-mode',
      `Both are in bridge mode on ${device}, which hands frames over directly.`,
    );
  }
  const secluded = [from, to].find(({ connection }) => connection.kind === 'macvtap' && connection.mode === 'private');
  if (secluded) {
    return block(
      outward(from),
      'private-mode',
      `${secluded.name} is in private mode: it hears nothing from neighbours on ${device}, even where the switch reflects frames. Only a router leads from one to the other.`,
    );
  }
  return hairpin
    ? allow(across(from, to, SWITCH), 'vepa', `The frames leave through ${device}, and the switch sends them back.`)
    : block(
        [...outward(from), SWITCH],
        'vepa',
        `In vepa mode all frames leave through ${device}, and come back only from a switch that reflects them (hairpin). Both have to be in bridge mode to be connected directly.`,
      );
}

/** `eth1` and `eth1.20` are one cable, and different VLANs. */
function onRelatedDevices(from: Attachment, first: Macvtap, to: Attachment, second: Macvtap): Outcome | undefined {
  const [one, other] = [first.devices[0] ?? '', second.devices[0] ?? ''].map(splitVlanDevice);
  if (one?.parent !== other?.parent || first.devices.length > 1 || second.devices.length > 1) return undefined;
  return block(
    outward(from),
    'different-vlans',
    `${from.name} is in ${describeVlan(from.vlan)}, ${to.name} in ${describeVlan(to.vlan)} of ${one?.parent}: a router has to lead from one to the other.`,
  );
}
