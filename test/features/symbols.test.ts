import { expect, test } from 'vitest';
import type { DocumentSymbol } from '../../server/src/features/model.ts';
import { findSymbols } from '../../server/src/features/symbols.ts';
import { parseBound } from '../support/bound.ts';
import { unindent } from '../support/findings.ts';

/** Checks the outline, one symbol a line, indented by depth: `name: detail [kind]`. */
function checkSymbols(text: string, expected: string): void {
  const lines: string[] = [];
  const print = (symbols: readonly DocumentSymbol[], indentation: string): void => {
    for (const { name, detail, kind, range, selectionRange, children } of symbols) {
      expect(range.start).toBeLessThanOrEqual(selectionRange.start);
      expect(range.end).toBeGreaterThanOrEqual(selectionRange.end);
      lines.push(`${indentation}${name}${detail === undefined ? '' : `: ${detail}`} [${kind}]`);
      print(children, `${indentation}  `);
    }
  };
  print(findSymbols(parseBound(text)), '');
  expect(lines.join('\n')).toBe(unindent(expected));
}

/** Checks what an interface is called. */
function checkInterface(text: string, name: string): void {
  expect(
    findSymbols(parseBound(`<domain type='kvm'><devices>${text}</devices></domain>`))[0]?.children[0]?.children[0]
      ?.name,
  ).toBe(name);
  expect(findSymbols(parseBound(text))[0]?.name).toBe(name);
}

test('a domain goes by its name, devices by what tells them apart', () =>
  checkSymbols(
    `<domain type='kvm'>
      <name>web 1</name>
      <memory unit='GiB'>4</memory>
      <devices>
        <disk type='file' device='disk'><source file='/img/a.qcow2'/><target dev='vda' bus='virtio'/></disk>
        <controller type='pci' index='1' model='pcie-root-port'/>
        <interface type='direct'><source dev='eth0' mode='bridge'/><mac address='52:54:00:12:34:56'/></interface>
        <hostdev mode='subsystem' type='pci'><source><address bus='0x03' slot='16' function='01'/></source></hostdev>
        <emulator>/usr/bin/qemu</emulator>
      </devices>
    </domain>`,
    `
    web 1: domain kvm [document]
      name: web 1 [property]
      memory: GiB 4 [property]
      devices [element]
        disk: vda (virtio) /img/a.qcow2 [device]
          source: /img/a.qcow2 [property]
          target: vda virtio [property]
        controller: pci 1 (pcie-root-port) [device]
        direct eth0 (bridge) 52:54:00:12:34:56: interface [interface]
          source: eth0 bridge [property]
          mac: 52:54:00:12:34:56 [property]
        hostdev: pci 0000:03:10.1 [device]
          source [element]
            address: 0x03 16 01 [property]
        emulator: /usr/bin/qemu [device]
    `,
  ));

test.each([
  ["<interface type='network'><source network='default'/></interface>", 'network default'],
  ["<interface type='network'><source portgroup='web' network='lan'/></interface>", 'network lan (web)'],
  [
    "<interface type='bridge'><virtualport type='openvswitch'/><source bridge='br0'/></interface>",
    'bridge br0 openvswitch',
  ],
  [
    "<interface type='direct'><mac address='52:54:00:0a:0b:0c'/><source dev='eth0.2' mode='vepa'/><virtualport type='802.1Qbg'/></interface>",
    'direct eth0.2 (vepa) 802.1Qbg 52:54:00:0a:0b:0c',
  ],
  ["<interface type='direct'><source mode='vepa'/></interface>", 'direct (vepa)'],
  [
    "<interface type='hostdev'><source><address type='pci' domain='0' bus='0x1' slot='0x10' function='0x7'/></source></interface>",
    'hostdev 0000:01:10.7',
  ],
  [
    "<interface type='udp'><source address='127.0.0.1' port='5558'><local address='127.0.0.1' port='5557'/></source></interface>",
    'udp 127.0.0.1:5558',
  ],
  [
    "<interface type='vhostuser'><source path='/run/v.sock' mode='client'/></interface>",
    'vhostuser /run/v.sock (client)',
  ],
  ["<interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>", 'vdpa /dev/vhost-vdpa-0'],
  ["<interface type='ethernet'><target dev='tap0'/></interface>", 'ethernet tap0'],
  ["<interface type='user'><backend type='passt'/></interface>", 'user passt'],
])('%s', checkInterface);

test('half-written documents have an outline, foreign ones none', () => {
  checkSymbols(
    "<domain type='kvm'><devices><interface type='",
    'domain: kvm [document]\n  devices [element]\n    interface [interface]',
  );
  checkSymbols("<note type='kvm'><devices/></note>", '');
});

test('names are one line and short', () => {
  const [symbol] = findSymbols(parseBound(`<domain type='kvm'><name>${'a b\n'.repeat(100)}</name></domain>`));
  expect(symbol?.name).toMatch(/^(a b )+a b…$/);
  expect(symbol?.name.length).toBeLessThanOrEqual(60);
});

test('100,000 nested elements', () => {
  const symbols = findSymbols(
    parseBound(`<domain type='kvm'>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</domain>`),
  );
  expect(JSON.stringify(symbols).length).toBeLessThan(10_000);
});
