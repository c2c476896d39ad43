import type { Topology } from '../protocol.ts';
import type { TextRange } from '../xml/range.ts';

/** What the files say together: the graph to draw, and what decides who reaches whom. */
export interface TopologyModel {
  readonly graph: Topology<TextRange>;
  /** By the id of the interface. */
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** Lower devices of host bridges, where a file tells them. */
  readonly uplinks: ReadonlyMap<string, readonly string[]>;
}

/** An interface and what it hangs on, once its network is looked up. */
export interface Attachment {
  readonly id: string;
  /** Id of its domain. */
  readonly domain: string;
  /** As a message calls it: `web (52:54:00:aa:bb:01)`. */
  readonly name: string;
  readonly linkDown: boolean;
  /** Its port, or that of its network, is isolated from the other isolated ones. */
  readonly isolated: boolean;
  readonly vlan: Vlan;
  readonly connection: Connection;
  /** Ids of the nodes between it and the host or the switch. */
  readonly trail: readonly string[];
}

export type MacvtapMode = 'vepa' | 'bridge' | 'private' | 'passthrough';

export type Connection =
  /** A network with a bridge of its own, which the host forwards or not. */
  | {
      readonly kind: 'managed';
      readonly network: string;
      readonly bridge: string | undefined;
      readonly forward: 'none' | 'nat' | 'route' | 'open';
      readonly hasAddress: boolean;
    }
  /** A bridge of the host. */
  | { readonly kind: 'bridge'; readonly bridge: string; readonly openVSwitch: boolean }
  /** One of `devices`: libvirt chooses where there are several. */
  | { readonly kind: 'macvtap'; readonly devices: readonly string[]; readonly mode: MacvtapMode }
  /** A virtual function, or a vDPA device; `device` is unknown where libvirt chooses it from a pool. */
  | { readonly kind: 'function'; readonly device: string | undefined }
  | { readonly kind: 'user' }
  | { readonly kind: 'socket'; readonly address: string }
  /** A network that no file defines. */
  | { readonly kind: 'undefinedNetwork'; readonly network: string }
  | { readonly kind: 'unconnected'; readonly why: string };

/** How frames are tagged on the way to the neighbours. */
export interface Vlan {
  /** The VLAN of a frame that the guest sends untagged; 0: none. `undefined`: such frames go nowhere. */
  readonly untagged: number | undefined;
  /** Those that the guest can tag for itself. */
  readonly tagged: readonly number[];
}
