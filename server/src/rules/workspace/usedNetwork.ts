import type { BoundElement } from '../../binding/model.ts';
import type { Driver } from '../../schema/documentation.ts';
import type { FileFacts, NetworkFacts, PortgroupFacts, WorkspaceView } from '../../workspace/model.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import type { RelatedPlace } from '../finding.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { RuleContext } from '../rule.ts';

/** The network of the workspace that an interface is connected to. */
export interface UsedNetwork {
  readonly name: string;
  /** `source/@network`. */
  readonly attribute: XmlAttribute;
  readonly file: FileFacts;
  readonly network: NetworkFacts;
  /** What the interface becomes when the guest starts; `undefined` when the network's mode is none that is known. */
  readonly connection: Connection | undefined;
  /** The port group that applies: the one named, else the default one; none where the one named is not there. */
  readonly portgroup: PortgroupFacts | undefined;
}

export type Connection = 'forwarding' | 'bridge' | 'macvtap' | 'hostdev';

/** The drivers that ask libvirt's network driver for a port at start. */
const networkDrivers = new Set<Driver>(['qemu', 'lxc', 'xen']);

/** `source/@network` of an interface of that type, when a name stands there. */
export function findNetworkAttribute(element: BoundElement): XmlAttribute | undefined {
  const source = selectedType(element) === 'network' ? findChild(element.xml, 'source') : undefined;
  const attribute = source && findAttribute(source, 'network');
  return attribute?.closed && attribute.value !== '' ? attribute : undefined;
}

/**
 * The network that an interface uses, when exactly one file of the workspace defines it: with several (copies, other
 * hosts) nobody knows which one is meant, and nothing is said.
 */
export function findUsedNetwork(
  element: BoundElement,
  { workspace, driver }: Pick<RuleContext, 'workspace' | 'driver'>,
): UsedNetwork | undefined {
  const attribute = workspace && networkDrivers.has(driver) ? findNetworkAttribute(element) : undefined;
  const file = workspace && attribute && findNetwork(workspace.files, attribute.value);
  if (!attribute || !file?.network) return undefined;
  const { network } = file;
  const wanted = findAttribute(attribute.owner, 'portgroup')?.value;
  const portgroup = network.portgroups.find(({ name, isDefault }) => (wanted ? name === wanted : isDefault));
  return { name: attribute.value, attribute, file, network, connection: connectionOf(network), portgroup };
}

function findNetwork(files: WorkspaceView, name: string): FileFacts | undefined {
  const [file, ...others] = files.filesWith('network', name);
  // What a template leaves open may be what is missing.
  return others.length === 0 && !file?.template ? file : undefined;
}

/** As `networkAllocatePort` decides. */
export function connectionOf({ forward, bridge }: NetworkFacts): Connection | undefined {
  switch (forward) {
    case 'none':
    case 'nat':
    case 'route':
    case 'open':
      return 'forwarding';
    case 'bridge':
      return bridge ? 'bridge' : 'macvtap';
    case 'private':
    case 'vepa':
    case 'passthrough':
      return 'macvtap';
    default:
      return forward;
  }
}

/** Leads to the network's definition. */
export function networkPlace({ file, name }: UsedNetwork): readonly RelatedPlace[] {
  return file.name ? [{ uri: file.uri, range: file.name.range, message: `Network ${name} is defined here` }] : [];
}
