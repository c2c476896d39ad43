import type { InterfaceFacts, NetworkFacts, VlanFacts } from '../workspace/model.ts';
import type { Connection, MacvtapMode } from './model.ts';

/** What an interface asks for, and what its network and its port group add. */
export interface Attaching {
  readonly connection: Connection;
  readonly vlan: VlanFacts | undefined;
  readonly isolated: boolean;
}

/** The networks by name, and the names of those that have made a bridge by that bridge. */
export interface KnownNetworks {
  readonly byName: ReadonlyMap<string, NetworkFacts>;
  readonly byBridge: ReadonlyMap<string, string>;
}

const macvtapModes: readonly MacvtapMode[] = ['vepa', 'bridge', 'private', 'passthrough'];

/** Looks up what an interface hangs on. */
export function attach(facts: InterfaceFacts, networks: KnownNetworks): Attaching {
  const own = { vlan: facts.vlan, isolated: facts.isolated === true };
  const network = facts.network === undefined ? undefined : networks.byName.get(facts.network);
  if (facts.network === undefined || !network) return { ...own, connection: connectAlone(facts, networks) };
  const group =
    facts.portgroup === undefined
      ? network.portgroups.find(({ isDefault }) => isDefault)
      : network.portgroups.find(({ name }) => name === facts.portgroup);
  return {
    connection: connectToNetwork(facts.network, network, facts.virtualport ?? group?.virtualport?.type),
    vlan: facts.vlan ?? group?.vlan ?? network.vlan,
    isolated: own.isolated || network.isolated,
  };
}

function connectAlone(facts: InterfaceFacts, networks: KnownNetworks): Connection {
  switch (facts.type) {
    case 'network':
      return facts.network === undefined
        ? { kind: 'unconnected', why: 'its source names no network' }
        : { kind: 'undefinedNetwork', network: facts.network };
    case 'bridge':
      return facts.bridge === undefined
        ? { kind: 'unconnected', why: 'its source names no bridge' }
        : connectToBridge(facts.bridge, facts.virtualport, networks);
    case 'direct': {
      const mode = macvtapModes.find(known => known === facts.mode);
      return facts.lowerDevice && mode
        ? { kind: 'macvtap', devices: [facts.lowerDevice.value], mode }
        : { kind: 'unconnected', why: 'its source names no device, or an unknown mode' };
    }
    case 'hostdev':
      return { kind: 'function', device: facts.hostDevice };
    case 'vdpa':
      return { kind: 'function', device: facts.meetingPoint };
    case 'user':
    case undefined:
      return { kind: 'user' };
    case 'mcast':
    case 'client':
    case 'server':
    case 'udp':
    case 'vhostuser':
      return facts.meetingPoint === undefined
        ? { kind: 'unconnected', why: 'its source names no other end' }
        : { kind: 'socket', address: facts.meetingPoint };
    case 'ethernet':
      return { kind: 'unconnected', why: 'a script, or somebody else, connects it' };
    default:
      return { kind: 'unconnected', why: `type ${facts.type} has nothing on this host` };
  }
}

/** The bridge that a network has made is the network's. */
function connectToBridge(bridge: string, virtualport: string | undefined, networks: KnownNetworks): Connection {
  const owner = networks.byBridge.get(bridge);
  const network = owner === undefined ? undefined : networks.byName.get(owner);
  if (owner !== undefined && network) return connectToNetwork(owner, network, virtualport);
  return { kind: 'bridge', bridge, openVSwitch: virtualport === 'openvswitch' };
}

function connectToNetwork(name: string, network: NetworkFacts, virtualport: string | undefined): Connection {
  const { forward, bridge, devices, pciDevices, hasAddress } = network;
  switch (forward) {
    case 'none':
    case 'nat':
    case 'route':
    case 'open':
      return { kind: 'managed', network: name, bridge: bridge?.value, forward, hasAddress };
    case 'hostdev':
      return { kind: 'function', device: pciDevices.length === 1 ? pciDevices[0]?.value : undefined };
    case 'bridge':
      if (bridge) {
        const openVSwitch = (virtualport ?? network.virtualport?.type) === 'openvswitch';
        return { kind: 'bridge', bridge: bridge.value, openVSwitch };
      }
      return connectToPool(forward, devices);
    case 'private':
    case 'vepa':
    case 'passthrough':
      return connectToPool(forward, devices);
    default:
      return { kind: 'unconnected', why: `the network ${name} has an unknown forward mode` };
  }
}

function connectToPool(mode: MacvtapMode, devices: NetworkFacts['devices']): Connection {
  return devices.length === 0
    ? { kind: 'unconnected', why: 'its network has no device' }
    : { kind: 'macvtap', devices: devices.map(({ value }) => value), mode };
}
