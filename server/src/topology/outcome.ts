import type { TopologyPath } from '../protocol.ts';
import type { Attachment } from './model.ts';

/** What the files do not say. */
export interface Assumptions {
  /** The switch sends a frame back through the port that it came from. */
  readonly hairpin: boolean;
  /** Devices in the bridges of the host. */
  readonly uplinks: ReadonlyMap<string, readonly string[]>;
}

/** Why it is so, for programs; tests hold it against the facts. */
export type Reason =
  | 'same-place'
  | 'same-segment'
  | 'bridge-mode'
  | 'vepa'
  | 'private-mode'
  | 'exclusive-device'
  | 'host-behind-macvtap'
  | 'different-vlans'
  | 'guest-tags'
  | 'isolated-port'
  | 'isolated-network'
  | 'nat'
  | 'routed'
  | 'host-firewall'
  | 'physical-network'
  | 'different-networks'
  | 'enslaved-device'
  | 'pool'
  | 'card-switch'
  | 'no-host-address'
  | 'user-mode'
  | 'undefined-network'
  | 'unconnected'
  | 'link-down'
  | 'host';

export interface Outcome extends TopologyPath {
  readonly reason: Reason;
}

export function allow(path: readonly string[], reason: Reason, message: string): Outcome {
  return { verdict: 'reaches', reason, message, path };
}

export function depend(path: readonly string[], reason: Reason, message: string): Outcome {
  return { verdict: 'depends', reason, message, path };
}

/** `path`: as far as the frames get. */
export function block(path: readonly string[], reason: Reason, message: string): Outcome {
  return { verdict: 'blocked', reason, message, path };
}

/** From the guest to the last node of its own. */
export function outward({ domain, id, trail }: Attachment): readonly string[] {
  return [domain, id, ...trail];
}

export function inward(attachment: Attachment): readonly string[] {
  return outward(attachment).toReversed();
}

/** From one guest to the other: by the first node that both come through, or over others in between. */
export function across(from: Attachment, to: Attachment, ...between: readonly string[]): readonly string[] {
  const common = from.trail.find(id => to.trail.includes(id));
  if (common === undefined || between.length > 0) return [...outward(from), ...between, ...inward(to)];
  const up = outward(from);
  const down = outward(to);
  return [...up.slice(0, up.indexOf(common) + 1), ...down.slice(0, down.indexOf(common)).toReversed()];
}
