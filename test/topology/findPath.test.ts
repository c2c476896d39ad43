import { describe, expect, test } from 'vitest';
import { buildTopology } from '../../server/src/topology/buildTopology.ts';
import { findPath } from '../../server/src/topology/findPath.ts';
import { createTestWorkspace } from '../support/workspace.ts';

interface Asked {
  /** Interfaces of the guests `a` and `b`: a mode (on eth0), a mode and a device, or the XML. */
  readonly a: string;
  readonly b?: string;
  readonly beside?: readonly string[];
  readonly hairpin?: boolean;
}

/** `verdict reason` of the way between the guests `a` and `b`, `host` and `outside`. */
function ask(from: string, to: string, { a, b = a, beside = [], hairpin = false }: Asked) {
  const model = buildTopology([...createTestWorkspace([guest('a', a), guest('b', b), ...beside]).files()]);
  const idOf = (name: string) =>
    model.graph.nodes.find(({ kind, label }) => kind === 'domain' && label === name)?.id ?? name;
  const found = findPath(model, idOf(from), idOf(to), { hairpin });
  const labelOf = (id: string) =>
    model.graph.nodes.find(node => node.id === id)?.label ??
    model.graph.nodes.flatMap(({ interfaces }) => interfaces).find(({ id: own }) => own === id)?.label;
  return {
    answer: `${found?.verdict} ${found?.reason}`,
    path: found?.path.map(labelOf).join(' > '),
    message: found?.message,
  };
}

function guest(name: string, source: string): string {
  const [mode, device = 'eth0'] = source.split(' ');
  const written = source.startsWith('<')
    ? source
    : `<interface type='direct'><source dev='${device}'${mode === 'omitted' ? '' : ` mode='${mode}'`}/></interface>`;
  return `<domain type='kvm'><name>${name}</name><devices>${written}</devices></domain>`;
}

const on = (network: string, more = '') =>
  `<interface type='network'><source network='${network}'/>${more}</interface>`;
const bridged = (bridge: string, more = '') =>
  `<interface type='bridge'><source bridge='${bridge}'/>${more}</interface>`;
const vlan = (...tags: readonly number[]) => `<vlan>${tags.map(tag => `<tag id='${tag}'/>`).join('')}</vlan>`;
const network = (name: string, forward: string, rest = '') =>
  `<network><name>${name}</name>${forward === 'none' ? '' : `<forward mode='${forward}'>`}${forward === 'none' ? '' : '</forward>'}${rest}</network>`;
const address = (subnet: number) => `<ip address='192.168.${subnet}.1' prefix='24'/>`;

const pool = (mode: string, ...devices: readonly string[]) =>
  `<network><name>pool</name><forward mode='${mode}'>${devices.map(dev => `<interface dev='${dev}'/>`).join('')}</forward></network>`;
const answerInPool = (mode: string, ...devices: readonly string[]) =>
  ask('a', 'b', { a: on('pool'), beside: [pool(mode, ...devices)] }).answer;
const uplink = (device: string) =>
  `<interface type='bridge' name='br0'><bridge><interface type='ethernet' name='${device}'/></bridge></interface>`;
const group = (port: number) => `<interface type='mcast'><source address='230.0.0.1' port='${port}'/></interface>`;

describe('two guests on one lower device', () => {
  test.each([
    ['bridge', 'bridge', 'reaches bridge-mode', 'reaches bridge-mode'],
    ['vepa', 'vepa', 'blocked vepa', 'reaches vepa'],
    ['omitted', 'vepa', 'blocked vepa', 'reaches vepa'],
    ['vepa', 'bridge', 'blocked vepa', 'reaches vepa'],
    ['bridge', 'vepa', 'blocked vepa', 'reaches vepa'],
    ['private', 'private', 'blocked private-mode', 'blocked private-mode'],
    ['private', 'bridge', 'blocked private-mode', 'blocked private-mode'],
    ['bridge', 'private', 'blocked private-mode', 'blocked private-mode'],
    ['private', 'vepa', 'blocked private-mode', 'blocked private-mode'],
    ['vepa', 'private', 'blocked private-mode', 'blocked private-mode'],
    ['passthrough', 'passthrough', 'blocked exclusive-device', 'blocked exclusive-device'],
    ['passthrough', 'bridge', 'blocked exclusive-device', 'blocked exclusive-device'],
    ['passthrough', 'vepa', 'blocked exclusive-device', 'blocked exclusive-device'],
    ['private', 'passthrough', 'blocked exclusive-device', 'blocked exclusive-device'],
  ])('%s to %s: %s; with a hairpin switch: %s', (a, b, plain, hairpin) => {
    expect(ask('a', 'b', { a, b }).answer).toBe(plain);
    expect(ask('a', 'b', { a, b, hairpin: true }).answer).toBe(hairpin);
  });

  const modes = ['vepa', 'bridge', 'private', 'passthrough'];
  test.each(modes.flatMap(a => modes.map(b => [a, b] as const)))('%s and %s on different devices', (a, b) => {
    expect(ask('a', 'b', { a: `${a} eth0`, b: `${b} eth1` }).answer).toBe('depends physical-network');
  });

  test('the way of the frames', () => {
    expect(ask('a', 'b', { a: 'bridge' }).path).toBe('a > interface 1 > eth0 > interface 1 > b');
    expect(ask('a', 'b', { a: 'vepa', hairpin: true }).path).toBe(
      'a > interface 1 > eth0 > Switch > eth0 > interface 1 > b',
    );
    expect(ask('a', 'b', { a: 'vepa' })).toMatchObject({
      path: 'a > interface 1 > eth0 > Switch',
      message: expect.stringContaining('hairpin'),
    });
  });

  test('VLAN devices', () => {
    expect(ask('a', 'b', { a: 'bridge eth1.20', b: 'bridge eth1.20' }).answer).toBe('reaches bridge-mode');
    expect(ask('a', 'b', { a: 'bridge eth1.20', b: 'bridge eth1.30' })).toMatchObject({
      answer: 'blocked different-vlans',
      message: expect.stringMatching(/VLAN 20.*VLAN 30/),
    });
    expect(ask('a', 'b', { a: 'bridge eth1', b: 'bridge eth1.30' }).answer).toBe('blocked different-vlans');
    expect(ask('a', 'b', { a: 'bridge eth0.20', b: 'bridge eth1.20' }).answer).toBe('depends physical-network');
    expect(ask('a', 'b', { a: 'bridge eth0.20', b: 'bridge eth1.30' }).answer).toBe('blocked different-vlans');
  });
});

describe('macvtap, the host and the outside', () => {
  test.each([
    ['vepa', 'blocked host-behind-macvtap', 'reaches vepa'],
    ['bridge', 'blocked host-behind-macvtap', 'blocked host-behind-macvtap'],
    ['private', 'blocked host-behind-macvtap', 'blocked host-behind-macvtap'],
    ['passthrough', 'blocked host-behind-macvtap', 'blocked host-behind-macvtap'],
  ])('%s and the host: %s; with a hairpin switch: %s', (a, plain, hairpin) => {
    for (const [from, to] of [
      ['a', 'host'],
      ['host', 'a'],
    ] as const) {
      expect(ask(from, to, { a }).answer).toBe(plain);
      expect(ask(from, to, { a, hairpin: true }).answer).toBe(hairpin);
    }
  });

  test.each(['vepa', 'bridge', 'private', 'passthrough'])('%s reaches the outside, and is reached from there', a => {
    expect(ask('a', 'outside', { a })).toMatchObject({
      answer: 'reaches physical-network',
      path: 'a > interface 1 > eth0 > Switch > Outside',
    });
    expect(ask('outside', 'a', { a })).toMatchObject({ path: 'Outside > Switch > eth0 > interface 1 > a' });
  });
});

describe('networks', () => {
  const nets = [
    network('nat', 'nat', `<bridge name='virbr0'/>${address(1)}`),
    network('nat2', 'nat', address(2)),
    network('routed', 'route', address(3)),
    network('open', 'open', address(4)),
    network('alone', 'none', address(5)),
    network('mute', 'none', "<port isolated='yes'/>"),
    network('lan', 'bridge', "<bridge name='br0'/>"),
  ];
  test.each([
    ['nat', 'nat', 'reaches same-segment'],
    ['nat', 'nat2', 'blocked nat'],
    ['nat', 'routed', 'reaches routed'],
    ['routed', 'nat', 'blocked nat'],
    ['nat', 'open', 'depends host-firewall'],
    ['nat', 'alone', 'blocked isolated-network'],
    ['alone', 'nat', 'blocked isolated-network'],
    ['alone', 'alone', 'reaches same-segment'],
    ['mute', 'mute', 'blocked isolated-port'],
    ['lan', 'lan', 'reaches same-segment'],
    ['lan', 'nat', 'blocked nat'],
    ['nat', 'lan', 'depends physical-network'],
    ['lan', 'routed', 'depends routed'],
    ['gone', 'gone', 'depends undefined-network'],
    ['gone', 'nat', 'depends undefined-network'],
  ])('%s to %s: %s', (a, b, expected) => {
    expect(ask('a', 'b', { a: on(a), b: on(b), beside: nets }).answer).toBe(expected);
  });

  test.each([
    ['nat', 'reaches nat', 'blocked nat', 'reaches same-segment'],
    ['routed', 'depends routed', 'depends routed', 'reaches same-segment'],
    ['open', 'depends host-firewall', 'depends host-firewall', 'reaches same-segment'],
    ['alone', 'blocked isolated-network', 'blocked isolated-network', 'reaches same-segment'],
    ['mute', 'blocked isolated-network', 'blocked isolated-network', 'blocked no-host-address'],
    ['lan', 'depends physical-network', 'depends physical-network', 'reaches same-segment'],
    ['gone', 'depends undefined-network', 'depends undefined-network', 'depends undefined-network'],
  ])('%s to the outside: %s; back: %s; the host: %s', (a, out, back, host) => {
    const asked = { a: on(a), beside: nets };
    expect(ask('a', 'outside', asked).answer).toBe(out);
    expect(ask('outside', 'a', asked).answer).toBe(back);
    expect(ask('a', 'host', asked).answer).toBe(host);
    expect(ask('host', 'a', asked).answer).toBe(host);
  });

  test('a guest on the bridge of a network is on the network', () => {
    expect(ask('a', 'b', { a: bridged('virbr0'), b: on('nat'), beside: nets }).answer).toBe('reaches same-segment');
    expect(ask('a', 'outside', { a: bridged('virbr0'), beside: nets }).answer).toBe('reaches nat');
    expect(ask('a', 'b', { a: bridged('br0'), b: on('lan'), beside: nets }).answer).toBe('reaches same-segment');
  });

  test('a pool of devices', () => {
    expect(answerInPool('bridge', 'eth1')).toBe('reaches bridge-mode');
    expect(answerInPool('vepa', 'eth1')).toBe('blocked vepa');
    expect(answerInPool('private', 'eth1')).toBe('blocked private-mode');
    expect(answerInPool('passthrough', 'eth1')).toBe('blocked exclusive-device');
    expect(answerInPool('bridge', 'eth1', 'eth2')).toBe('depends pool');
    expect(answerInPool('passthrough', 'eth1', 'eth2')).toBe('depends physical-network');
    expect(answerInPool('bridge')).toBe('depends unconnected');
  });
});

describe('bridges', () => {
  test('are known to lead outside where a host interface says so', () => {
    expect(ask('a', 'outside', { a: bridged('br0'), beside: [uplink('eth3')] })).toMatchObject({
      answer: 'reaches physical-network',
      path: 'a > interface 1 > br0 > eth3 > Switch > Outside',
    });
    expect(ask('a', 'b', { a: bridged('br0'), b: 'bridge eth3', beside: [uplink('eth3')] }).answer).toBe(
      'blocked enslaved-device',
    );
    expect(ask('a', 'b', { a: bridged('br0'), b: 'bridge eth4', beside: [uplink('eth3')] }).answer).toBe(
      'depends physical-network',
    );
  });

  test('keep isolated ports and VLANs apart', () => {
    const isolated = "<port isolated='yes'/>";
    expect(ask('a', 'b', { a: bridged('br0', isolated) }).answer).toBe('blocked isolated-port');
    expect(ask('a', 'b', { a: bridged('br0', isolated), b: bridged('br0') }).answer).toBe('reaches same-segment');
    expect(ask('a', 'b', { a: bridged('br0', vlan(42)) }).answer).toBe('reaches same-segment');
    expect(ask('a', 'b', { a: bridged('br0', vlan(42)), b: bridged('br0', vlan(43)) }).answer).toBe(
      'blocked different-vlans',
    );
    expect(ask('a', 'b', { a: bridged('br0', vlan(42)), b: bridged('br0') }).answer).toBe('blocked different-vlans');
    expect(ask('a', 'b', { a: bridged('br0', vlan(42, 43)), b: bridged('br0', vlan(42)) }).answer).toBe(
      'depends guest-tags',
    );
    const native = "<vlan trunk='yes'><tag id='42' nativeMode='untagged'/><tag id='43'/></vlan>";
    expect(ask('a', 'b', { a: bridged('br0', native), b: bridged('br0', vlan(42)) }).answer).toBe(
      'reaches same-segment',
    );
    expect(ask('a', 'host', { a: bridged('br0', vlan(42)) }).answer).toBe('depends different-vlans');
  });

  test('take the VLAN of the port group, unless the guest has its own', () => {
    const trunk = `<network><name>trunk</name><forward mode='bridge'/><bridge name='ovs0'/><virtualport type='openvswitch'/>
      ${vlan(7)}<portgroup name='sales'>${vlan(42)}</portgroup></network>`;
    const sales = "<interface type='network'><source network='trunk' portgroup='sales'/></interface>";
    const answer = (a: string, b: string) => ask('a', 'b', { a, b, beside: [trunk] }).answer;
    expect(answer(sales, sales)).toBe('reaches same-segment');
    expect(answer(sales, on('trunk'))).toBe('blocked different-vlans');
    expect(answer(sales, on('trunk', vlan(42)))).toBe('reaches same-segment');
    expect(answer(on('trunk'), on('trunk', vlan(7)))).toBe('reaches same-segment');
  });
});

test('user mode lets nobody in', () => {
  const user = "<interface type='user'/>";
  const natted = [network('nat', 'nat', address(1))];
  expect(ask('a', 'b', { a: user }).answer).toBe('blocked user-mode');
  expect(ask('a', 'host', { a: user }).answer).toBe('reaches user-mode');
  expect(ask('host', 'a', { a: user }).answer).toBe('blocked user-mode');
  expect(ask('a', 'outside', { a: user }).path).toBe('a > interface 1 > Host > Outside');
  expect(ask('a', 'b', { a: user, b: on('nat'), beside: natted }).answer).toBe('reaches same-segment');
  expect(ask('a', 'b', { a: user, b: 'bridge' }).answer).toBe('blocked host-behind-macvtap');
});

test('devices of one guest alone', () => {
  const function7 =
    "<interface type='hostdev'><source><address type='pci' bus='5' slot='7' function='1'/></source></interface>";
  const function8 = function7.replace("slot='7'", "slot='8'");
  expect(ask('a', 'b', { a: function7 }).answer).toBe('blocked exclusive-device');
  expect(ask('a', 'b', { a: function7, b: function8 }).answer).toBe('depends card-switch');
  expect(ask('a', 'host', { a: function7 }).answer).toBe('depends card-switch');
  expect(ask('a', 'outside', { a: function7 }).answer).toBe('reaches physical-network');
});

test('sockets meet at their address', () => {
  expect(ask('a', 'b', { a: group(5558) }).answer).toBe('reaches same-segment');
  expect(ask('a', 'b', { a: group(5558), b: group(5559) }).answer).toBe('blocked different-networks');
  expect(ask('a', 'outside', { a: group(5558) }).answer).toBe('blocked different-networks');
});

test('a guest takes the best of its interfaces, and nothing passes a link that is down', () => {
  const down = bridged('br0', "<link state='down'/>");
  expect(ask('a', 'b', { a: down, b: bridged('br0') }).answer).toBe('blocked link-down');
  expect(ask('a', 'b', { a: `${down}${bridged('br1')}`, b: bridged('br1') }).answer).toBe('reaches same-segment');
  expect(ask('a', 'b', { a: '<disk/>', b: bridged('br1') }).answer).toBe('blocked unconnected');
  expect(ask('a', 'a', { a: 'bridge' }).answer).toBe('blocked same-place');
  expect(ask('a', 'nobody', { a: 'bridge' }).answer).toBe('undefined undefined');
  expect(ask('host', 'outside', { a: 'bridge' }).answer).toBe('reaches host');
});
