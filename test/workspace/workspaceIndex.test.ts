import { expect, test } from 'vitest';
import { documentKinds } from '../../server/src/schema/catalogue.ts';
import { createFactsReader } from '../../server/src/workspace/fileFacts.ts';
import type { FactKind, FileFacts } from '../../server/src/workspace/model.ts';
import { createWorkspaceIndex } from '../../server/src/workspace/workspaceIndex.ts';
import { findLinePosition } from '../../server/src/xml/lines.ts';
import { parseXml } from '../../server/src/xml/parse.ts';

const read = createFactsReader(documentKinds);

function factsOf(text: string, uri = 'file:///a.xml'): FileFacts {
  const facts = read(uri, parseXml(text));
  if (!facts) throw new Error(`none of libvirt's: ${text}`);
  return facts;
}

const guest = `<!-- a guest -->
<domain type="kvm">
  <uuid>5D1F7C1E-8A1B-4C55-9F2C-0D4F7C0F7A01</uuid>
  <name> web </name>
  <devices>
    <interface type='network'>
      <mac address='52:54:00:AA:BB:01'/>
      <source portgroup='sales' network='trunk'/>
      <target dev='front'/>
    </interface>
    <interface type='direct'><source dev="eth1"/></interface>
    <interface type='hostdev'><source><address type='pci' bus='0x5' slot='7' function='1'/></source></interface>
    <hostdev mode='subsystem' type='pci'><source><address bus='06' slot='0x10'/></source></hostdev>
  </devices>
</domain>`;

test('a domain is found by what is unique to it, however it is written', () => {
  const facts = factsOf(guest);
  expect(facts).toMatchObject({
    kind: 'domain',
    name: { value: 'web' },
    uuid: { value: '5d1f7c1e8a1b4c559f2c0d4f7c0f7a01' },
    interfaces: [
      { type: 'network', network: 'trunk', portgroup: 'sales', mac: { value: '52:54:00:aa:bb:01' } },
      { type: 'direct', lowerDevice: { value: 'eth1' }, mode: 'vepa' },
      { type: 'hostdev' },
    ],
    hostDevices: [{ value: '0000:05:07.1' }, { value: '0000:06:10.0' }],
  });
  const name = facts.name?.range ?? { start: 0, end: 0 };
  expect(guest.slice(name.start, name.end)).toBe('web');
  expect(findLinePosition(facts.lineStarts, name.start)).toEqual({ line: 3, character: 9 });
});

test('a network is known by what its guests depend on', () => {
  const facts = factsOf(`<network>
    <name>lab</name>
    <forward mode='nat' dev='eth0'/>
    <bridge name='virbr7'/>
    <bandwidth><inbound average='1000' peak='5000'/></bandwidth>
    <ip address='192.168.122.1' netmask='255.255.255.0'><dhcp>
      <host mac='52:54:00:AA:BB:01' ip='192.168.122.5'/>
    </dhcp></ip>
    <ip address='10.1.2.3' prefix='8'/>
    <portgroup name='sales' default='Yes'/>
  </network>`);
  expect(facts.network).toMatchObject({
    forward: 'nat',
    bridge: { value: 'virbr7' },
    devices: [{ value: 'eth0' }],
    inbound: { average: 1000, peak: 5000 },
    subnets: [{ value: '192.168.122.0/24' }, { value: '10.0.0.0/8' }],
    reservations: [{ value: '52:54:00:aa:bb:01' }],
    portgroups: [{ name: 'sales', isDefault: true }],
    isolated: false,
  });
});

test.each([
  ["<filter name='web'><rule action='drop'/></filter>", 'filter'],
  [
    "<interface type='bridge' name='br0'><bridge><interface type='ethernet' name='eth3'/></bridge></interface>",
    'hostInterface',
  ],
  ["<interface type='network'><source network='lab'/></interface>", 'device'],
])('%s is a %s', (text, kind) => {
  expect(factsOf(text).kind).toBe(kind);
});

test.each(['<note/>', '<network><node id="1"/></network>', "<filter name='a'><regex/></filter>", '', '<'])(
  '%s is not taken for one of libvirt',
  text => {
    expect(read('file:///a.xml', parseXml(text))).toBeUndefined();
  },
);

test('names are found with their place, and port groups with their network', () => {
  const text = `<domain type='kvm'><name>a</name><devices>
    <interface type='network'><source network='trunk' portgroup='sales'/><filterref filter='web'/>
      <alias name='ua-x'/></interface>
    <interface type='network'><teaming type='transient' persistent='ua-x'/></interface>
  </devices></domain>`;
  expect(
    factsOf(text).names.map(({ thing, role, scope, range }) => [
      thing,
      role,
      text.slice(range.start, range.end),
      scope,
    ]),
  ).toEqual([
    ['network', 'reference', 'trunk', undefined],
    ['portgroup', 'reference', 'sales', 'trunk'],
    ['filter', 'reference', 'web', undefined],
    ['alias', 'definition', 'ua-x', undefined],
    ['alias', 'reference', 'ua-x', undefined],
  ]);
  const network = "<network><name>trunk</name><portgroup name='sales'/></network>";
  expect(factsOf(network).names.map(({ thing, role, value, scope }) => [thing, role, value, scope])).toEqual([
    ['network', 'definition', 'trunk', undefined],
    ['portgroup', 'definition', 'sales', 'trunk'],
  ]);
});

test('what a file no longer says is forgotten', () => {
  const index = createWorkspaceIndex();
  const found = (kind: FactKind, value: string) => index.filesWith(kind, value).map(({ uri }) => uri);
  expect(index.set(factsOf(guest))).toBe(true);
  expect(index.set(factsOf(guest))).toBe(false);
  expect(index.set(factsOf(guest.replace('web', 'mail'), 'file:///b.xml'))).toBe(true);
  expect(found('mac', '52:54:00:aa:bb:01')).toEqual(['file:///a.xml', 'file:///b.xml']);
  expect(found('domain', 'mail')).toEqual(['file:///b.xml']);
  expect(index.set(factsOf(guest.replace('52:54', '52:55')))).toBe(true);
  expect(found('mac', '52:54:00:aa:bb:01')).toEqual(['file:///b.xml']);
  expect(index.remove('file:///b.xml')).toBe(true);
  expect(index.remove('file:///b.xml')).toBe(false);
  expect(index.valuesOf('domain')).toEqual(['web']);
  expect(found('hostDevice', '0000:05:07.1')).toEqual(['file:///a.xml']);
});
