import type { TopologyEntry, TopologyPlace } from '../protocol.ts';
import type { FileFacts, InterfaceFacts, NetworkFacts } from '../workspace/model.ts';
import type { TextRange } from '../xml/range.ts';
import { attach, type KnownNetworks } from './attach.ts';
import { createGraph, type Graph, HOST, OUTSIDE, SWITCH } from './graph.ts';
import { describeInterface, describeNetwork } from './labels.ts';
import type { Attachment, Connection, TopologyModel } from './model.ts';
import { resolveVlan } from './vlan.ts';

/** Ties the domains, networks and devices of these files together, from the guests to the outside. */
export function buildTopology(files: readonly FileFacts[]): TopologyModel {
  const graph = createGraph();
  const networks = knowNetworks(files);
  const uplinks = findUplinks(files);
  const attachments = new Map<string, Attachment>();
  for (const file of files) {
    if (file.kind === 'domain' || file.kind === 'device') addGuest(graph, file, networks, attachments);
  }
  for (const file of files) addNetwork(graph, file, networks);
  for (const bridge of graph.names('bridge')) linkBridge(graph, bridge, networks, uplinks);
  for (const name of graph.names('device')) graph.link({ from: `device:${name}`, to: SWITCH });
  for (const name of graph.names('hostDevice')) graph.link({ from: `hostDevice:${name}`, to: SWITCH });
  graph.add({ id: HOST, kind: 'host', label: 'Host' });
  graph.add({ id: OUTSIDE, kind: 'outside', label: 'Outside' });
  graph.link({ from: HOST, to: OUTSIDE });
  if (graph.isLinkedTo(SWITCH)) {
    graph.add({ id: SWITCH, kind: 'switch', label: 'Switch' });
    graph.link({ from: SWITCH, to: OUTSIDE });
  }
  return { graph: graph.take(), attachments, uplinks };
}

/** Where two files define a network, the first one counts. */
function knowNetworks(files: readonly FileFacts[]): KnownNetworks {
  const byName = new Map<string, NetworkFacts>();
  const byBridge = new Map<string, string>();
  for (const { name, network } of files) {
    if (!name || !network || byName.has(name.value)) continue;
    byName.set(name.value, network);
    if (network.bridge && isForwarding(network)) byBridge.set(network.bridge.value, name.value);
  }
  return { byName, byBridge };
}

/** The network has a bridge of its own. */
function isForwarding({ forward }: NetworkFacts): boolean {
  return forward === 'none' || forward === 'nat' || forward === 'route' || forward === 'open';
}

/** What host interfaces say of the devices in their bridges. */
function findUplinks(files: readonly FileFacts[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    files.flatMap(({ kind, name, enslaved }) =>
      kind === 'hostInterface' && name && enslaved.length > 0
        ? [[name.value, enslaved.map(({ value }) => value)] as const]
        : [],
    ),
  );
}

function addGuest(graph: Graph, file: FileFacts, networks: KnownNetworks, attachments: Map<string, Attachment>): void {
  const domain = `domain:${file.uri}`;
  const label = file.name?.value ?? (file.kind === 'device' ? 'Single interface' : 'Domain without a name');
  const interfaces = file.interfaces.map((facts, number): TopologyEntry<TextRange> => {
    const id = `interface:${file.uri}#${number}`;
    const { connection, vlan, isolated } = attach(facts, networks);
    const trail = findTrail(graph, facts, connection);
    const attachment: Attachment = {
      id,
      domain,
      name: file.interfaces.length > 1 ? `${label} (${nameOf(facts, number)})` : label,
      linkDown: facts.linkDown === true,
      isolated,
      vlan: resolveVlan(vlan, connection.kind === 'macvtap' ? connection.devices[0] : undefined),
      connection,
      trail,
    };
    attachments.set(id, attachment);
    if (trail[0] !== undefined) graph.link({ from: id, to: trail[0] });
    return {
      id,
      label: nameOf(facts, number),
      details: describeInterface(facts, attachment),
      place: { uri: file.uri, range: facts.place.name, whole: facts.place.whole },
      findings: [],
    };
  });
  graph.add({ id: domain, kind: 'domain', label, place: placeOfFile(file), interfaces });
}

function placeOfFile({ uri, name, root }: FileFacts): TopologyPlace<TextRange> {
  return { uri, range: name?.range ?? root.name, whole: root.whole };
}

function nameOf({ alias, mac, target }: InterfaceFacts, number: number): string {
  return alias ?? mac?.value ?? target?.value ?? `interface ${number + 1}`;
}

/** A network that a guest names; a file that defines it takes its place. */
const undefinedNetwork = { undefined: true, details: ['not in these files'] } as const;

/** The nodes that the frames of an interface come through on their way to the host or the switch. */
function findTrail(graph: Graph, { network }: InterfaceFacts, connection: Connection): readonly string[] {
  const through = network === undefined ? [] : [graph.need('network', network, undefinedNetwork)];
  switch (connection.kind) {
    case 'managed':
      return [...through, ...(connection.bridge === undefined ? [] : [graph.need('bridge', connection.bridge)])];
    case 'bridge':
      return [...through, graph.need('bridge', connection.bridge)];
    case 'macvtap': {
      const [device, ...others] = connection.devices;
      return device === undefined || others.length > 0 ? through : [...through, graph.need('device', device)];
    }
    case 'function':
      return connection.device === undefined ? through : [...through, graph.need('hostDevice', connection.device)];
    case 'socket':
      return [graph.need('socket', connection.address)];
    case 'user':
      return [HOST];
    default:
      return through;
  }
}

function addNetwork(graph: Graph, file: FileFacts, { byName }: KnownNetworks): void {
  const { name, network } = file;
  if (!name || !network || byName.get(name.value) !== network) return;
  const id = `network:${name.value}`;
  graph.add({ id, kind: 'network', label: name.value, details: describeNetwork(network), place: placeOfFile(file) });
  const bridge = network.bridge && graph.need('bridge', network.bridge.value);
  if (bridge) graph.link({ from: id, to: bridge });
  if (isForwarding(network)) {
    if (network.forward !== 'none' || network.hasAddress) graph.link({ from: bridge ?? id, to: HOST });
    return;
  }
  if (bridge) return;
  for (const { value } of network.devices) graph.link({ from: id, to: graph.need('device', value) });
  for (const { value } of network.pciDevices) graph.link({ from: id, to: graph.need('hostDevice', value) });
  if (network.wholeCard) graph.link({ from: id, to: SWITCH });
}

/** A bridge of the host: where no file tells its devices, that it has one is assumed. */
function linkBridge(
  graph: Graph,
  bridge: string,
  { byBridge }: KnownNetworks,
  uplinks: ReadonlyMap<string, readonly string[]>,
): void {
  if (byBridge.has(bridge)) return;
  const from = `bridge:${bridge}`;
  graph.link({ from, to: HOST });
  const devices = uplinks.get(bridge);
  if (!devices) graph.link({ from, to: SWITCH, assumed: true });
  for (const device of devices ?? []) graph.link({ from, to: graph.need('device', device) });
}
