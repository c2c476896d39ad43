import type { TextRange } from '../xml/range.ts';
import type { NetworkInsertions } from './networkInsertions.ts';

/*
 * What is remembered of the workspace's files: plain facts with their places, no text and no tree, so that thousands of
 * files take little memory. Ranges are UTF-16 offsets into the file's text; `lineStarts` turns them into lines.
 */

export type FileKind = 'domain' | 'device' | 'network' | 'filter' | 'hostInterface';

export interface FileFacts {
  readonly uri: string;
  readonly kind: FileKind;
  /** Placeholders leave a part of it open. */
  readonly template?: true | undefined;
  /** Offsets at which the lines begin. */
  readonly lineStarts: readonly number[];
  readonly root: ElementPlace;
  readonly name?: PlacedValue | undefined;
  /** In lower case. */
  readonly uuid?: PlacedValue | undefined;
  /** Of a domain, or the one of a device fragment. */
  readonly interfaces: readonly InterfaceFacts[];
  /** PCI devices of the host that a domain takes, as lspci writes them: `0000:05:07.1`. */
  readonly hostDevices: readonly PlacedValue[];
  readonly network?: NetworkFacts | undefined;
  readonly insertions?: NetworkInsertions | undefined;
  /** Devices that a host's bridge or bond has for itself. */
  readonly enslaved: readonly PlacedValue[];
  /** Every value that names something which other files may know as well. */
  readonly names: readonly NameUse[];
}

export interface PlacedValue {
  readonly value: string;
  readonly range: TextRange;
}

/** Where an element stands. */
export interface ElementPlace {
  /** Its name in the start tag. */
  readonly name: TextRange;
  /** From the start tag to the end tag. */
  readonly whole: TextRange;
}

/** One guest interface; values that are not written are `undefined`. */
export interface InterfaceFacts {
  readonly type: string | undefined;
  readonly place: ElementPlace;
  readonly alias?: string | undefined;
  readonly model?: string | undefined;
  /** `<link state='down'/>`. */
  readonly linkDown?: true | undefined;
  readonly vlan?: VlanFacts | undefined;
  /** `virtualport/@type`. */
  readonly virtualport?: string | undefined;
  /** `<port isolated='yes'/>`. */
  readonly isolated?: true | undefined;
  /** PCI device of the host, as in `hostDevices`. */
  readonly hostDevice?: string | undefined;
  /** Where a socket, a vhost-user or a vDPA interface meets its other end: `230.0.0.1:5558`, a path. */
  readonly meetingPoint?: string | undefined;
  /** In lower case. */
  readonly mac?: PlacedValue | undefined;
  readonly target?: PlacedValue | undefined;
  /** `source/@network`, `@portgroup`, `@bridge`. */
  readonly network?: string | undefined;
  readonly portgroup?: string | undefined;
  readonly bridge?: string | undefined;
  /** `source/@dev` of a macvtap interface, and its mode: `vepa` where none is written. */
  readonly lowerDevice?: PlacedValue | undefined;
  readonly mode?: string | undefined;
  /** Guaranteed inbound rate in kilobytes per second. */
  readonly floor?: number | undefined;
  /** It shares its MAC address with its partner on purpose. */
  readonly teamed?: true | undefined;
}

export type ForwardMode = 'none' | 'nat' | 'route' | 'open' | 'bridge' | 'private' | 'vepa' | 'passthrough' | 'hostdev';

export interface NetworkFacts {
  /** `none` is an isolated network; `undefined` when the mode is none that libvirt knows. */
  readonly forward: ForwardMode | undefined;
  readonly bridge?: PlacedValue | undefined;
  /** Devices of the pool by name: `<interface dev>`, `forward/@dev`. */
  readonly devices: readonly PlacedValue[];
  /** Devices of the pool by PCI address, as in `hostDevices`. */
  readonly pciDevices: readonly PlacedValue[];
  /** The pool is all virtual functions of a card, however many there are. */
  readonly wholeCard: boolean;
  readonly virtualport?: VirtualportFacts | undefined;
  readonly isolated: boolean;
  readonly vlan?: VlanFacts | undefined;
  /** The host has an address of its own on it. */
  readonly hasAddress: boolean;
  /** Kilobytes per second of the network's inbound bandwidth. */
  readonly inbound?: Rates | undefined;
  readonly portgroups: readonly PortgroupFacts[];
  readonly reservations: readonly PlacedValue[];
  /** IPv4 networks as `192.168.122.0/24`. */
  readonly subnets: readonly PlacedValue[];
}

/** The tags of a `<vlan>`. */
export interface VlanFacts {
  readonly tags: readonly number[];
  readonly trunk: boolean;
  /** The VLAN of untagged frames on a trunk. */
  readonly native?: number | undefined;
}

/** Kilobytes, per second. */
export interface Rates {
  readonly average?: number | undefined;
  readonly peak?: number | undefined;
}

export interface VirtualportFacts {
  readonly type?: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly range: TextRange;
}

export interface PortgroupFacts {
  readonly name: string;
  readonly isDefault: boolean;
  readonly vlan?: VlanFacts | undefined;
  readonly virtualport?: VirtualportFacts | undefined;
}

/** Things whose names are used across files or elements, see `referenceFamilies.ts`. */
export type NamedThing = 'network' | 'portgroup' | 'filter' | 'alias';

export interface NameUse extends PlacedValue {
  readonly thing: NamedThing;
  readonly role: 'definition' | 'reference';
  /** The network of a port group. */
  readonly scope?: string | undefined;
}

/**
 * What files can be asked for: each kind of value leads to the files that have it. Of macvtap it is the mode and the
 * lower device: `bridge eth1`.
 */
export type FactKind =
  | 'domain'
  | 'domainUuid'
  | 'mac'
  | 'target'
  | 'macvtap'
  | 'hostDevice'
  | 'enslaved'
  | 'network'
  | 'networkUuid'
  | 'networkUse'
  | 'networkBridge'
  | 'subnet'
  | 'filter'
  /** The kind of a file whose name a template leaves open. */
  | 'unnamed';

/** The files of the workspace, as rules and features see them. */
export interface WorkspaceView {
  /** The files that have this value, in no particular order. */
  readonly filesWith: (kind: FactKind, value: string) => readonly FileFacts[];
  /** All values of a kind; the names that can be offered, or compared with a mistyped one. */
  readonly valuesOf: (kind: FactKind) => readonly string[];
  readonly file: (uri: string) => FileFacts | undefined;
  readonly files: () => Iterable<FileFacts>;
}

/** The files of the workspace, and which of them the document in question is. */
export interface WorkspaceAround {
  readonly uri: string;
  readonly files: WorkspaceView;
}
