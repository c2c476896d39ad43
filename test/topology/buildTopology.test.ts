import { expect, test } from 'vitest';
import { buildTopology } from '../../server/src/topology/buildTopology.ts';
import { createTestWorkspace } from '../support/workspace.ts';

/** Nodes as `kind label: details`, links as `from --> to`; interfaces by their label. */
function draw(...texts: readonly string[]) {
  const { nodes, links } = buildTopology([...createTestWorkspace(texts).files()]).graph;
  const labels = new Map(
    nodes.flatMap(node => [node, ...node.interfaces].map(({ id, label }) => [id, label] as const)),
  );
  return {
    nodes: nodes.map(({ kind, label, details }) => [`${kind} ${label}`, ...details].join(', ')),
    interfaces: nodes.flatMap(node => node.interfaces).map(({ label, details }) => [label, ...details].join(', ')),
    links: links.map(({ from, to, assumed }) => `${labels.get(from)} -${assumed ? '?' : ''}-> ${labels.get(to)}`),
  };
}

const web = `<domain type='kvm'><name>web</name><devices>
  <interface type='network'>
    <mac address='52:54:00:AA:BB:01'/><source network='default'/><model type='virtio'/>
  </interface>
  <interface type='direct'><source mode='private' dev='eth1'/><alias name='ua-lan'/><link state='down'/></interface>
  <interface type='network'><source network='gone'/><target dev='tap7'/></interface>
  <interface type='user'/>
</devices></domain>`;
const network = `<network><name>default</name><forward/><bridge name='virbr0'/><ip address='192.168.122.1' prefix='24'/></network>`;

test('everything from the guest to the outside', () => {
  expect(draw(web, network)).toEqual({
    nodes: [
      'network default, NAT',
      'bridge virbr0',
      'device eth1',
      'network gone, not in these files',
      'domain web',
      'host Host',
      'outside Outside',
      'switch Switch',
    ],
    interfaces: ['52:54:00:aa:bb:01, virtio', 'ua-lan, private mode, link down', 'tap7', 'interface 4, user mode'],
    links: [
      '52:54:00:aa:bb:01 --> default',
      'ua-lan --> eth1',
      'tap7 --> gone',
      'interface 4 --> Host',
      'default --> virbr0',
      'virbr0 --> Host',
      'eth1 --> Switch',
      'Host --> Outside',
      'Switch --> Outside',
    ],
  });
});

const linksOfBridge = (...texts: readonly string[]) => draw(...texts).links.filter(link => link.startsWith('br0'));

test('what a bridge leads to', () => {
  const guest = "<interface type='bridge'><source bridge='br0'/></interface>";
  expect(linksOfBridge(guest)).toEqual(['br0 --> Host', 'br0 -?-> Switch']);
  const bridge =
    "<interface type='bridge' name='br0'><bridge><interface type='ethernet' name='eth3'/></bridge></interface>";
  expect(linksOfBridge(guest, bridge)).toEqual(['br0 --> Host', 'br0 --> eth3']);
});

test('pools, port groups, VLANs and virtual ports', () => {
  const guest = `<domain type='kvm'><name>db</name><devices><interface type='network'>
    <source network='pool' portgroup='sales'/><port isolated='yes'/></interface></devices></domain>`;
  const pool = `<network><name>pool</name><forward mode='bridge'><interface dev='eth1'/><interface dev='eth2'/></forward>
    <virtualport type='802.1Qbh'/><portgroup name='sales'><vlan><tag id='42'/></vlan></portgroup></network>`;
  expect(draw(guest, pool)).toMatchObject({
    nodes: [
      'network pool, bridge, 2 devices, 802.1Qbh',
      'domain db',
      'device eth1',
      'device eth2',
      'host Host',
      'outside Outside',
      'switch Switch',
    ],
    interfaces: ['interface 1, portgroup sales, VLAN 42, isolated port'],
    links: expect.arrayContaining(['interface 1 --> pool', 'pool --> eth1', 'pool --> eth2', 'eth1 --> Switch']),
  });
});

test('places lead to the text', () => {
  const { nodes } = buildTopology([...createTestWorkspace([web]).files()]).graph;
  const domain = nodes.find(({ kind }) => kind === 'domain');
  const { range = { start: 0, end: 0 } } = domain?.place ?? {};
  expect(web.slice(range.start, range.end)).toBe('web');
  const whole = domain?.interfaces[3]?.place?.whole ?? { start: 0, end: 0 };
  expect(web.slice(whole.start, whole.end)).toBe("<interface type='user'/>");
});

test('without files there is nothing but the host and the outside', () => {
  expect(draw().nodes).toEqual(['host Host', 'outside Outside']);
});
