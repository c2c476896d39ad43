import { describe, expect, test } from 'vitest';
import { hostConditions } from '../../server/src/rules/hostOnly.ts';
import { findFindings } from '../support/findings.ts';
import { factsAbsence, readFactsTable } from './factsTable.ts';

if (factsAbsence !== undefined) console.log(factsAbsence);

const isolated = "<network><name>iso</name><bridge name='virbr90'/></network>";

/** For each row the other files that its example needs, and what is found then. */
const expectations: Readonly<Record<string, readonly [finding: string, ...beside: readonly string[]]>> = {
  XD01: ['information workspace/undefined-network', isolated],
  XD03: ['warning workspace/undefined-portgroup', isolated],
  XD04: [
    'error workspace/virtualport-conflict',
    network('x-ovs', 'bridge', "<bridge name='o'/><virtualport type='openvswitch'/>"),
  ],
  XD05: [
    'error workspace/virtualport-conflict',
    network(
      'x-ovs2',
      'bridge',
      "<bridge name='o'/><virtualport type='openvswitch'><parameters profileid='a'/></virtualport>",
    ),
  ],
  XD06: ['error workspace/unsupported-virtualport', isolated],
  XD07: ['error workspace/unsupported-virtualport', network('x-hostbr', 'bridge', "<bridge name='br0'/>")],
  XD08: ['error workspace/unsupported-virtualport', network('x-mvt', 'private', '', "<interface dev='eth1'/>")],
  XD09: [
    'error workspace/incomplete-virtualport',
    network('x-qbh', 'passthrough', "<virtualport type='802.1Qbh'/>", "<interface dev='eth1'/>"),
  ],
  XD10: ['error workspace/unsupported-floor', isolated],
  XD11: ['error workspace/unsupported-floor', network('x-hostbr2', 'bridge', "<bridge name='br0'/>")],
  XD12: [
    'error workspace/overcommitted-floor',
    "<network><name>x-qos</name><bridge name='virbr95'/><bandwidth><inbound average='1000'/></bandwidth></network>",
  ],
  XD13: ['error workspace/unsupported-vlan', isolated],
  XD14: ['error workspace/network-without-device', network('x-mvt0', 'private', '')],
  XD15: [
    'error workspace/unsupported-isolation',
    network('x-isomvt', 'private', "<port isolated='yes'/>", "<interface dev='eth1'/>"),
  ],
  XD16: ['error workspace/transient-on-network', isolated],
  XD17: ['warning workspace/duplicate-name', domain('xdup', '22222222-2222-2222-2222-222222222222')],
  XD18: ['warning workspace/duplicate-uuid', domain('other', '33333333-3333-3333-3333-333333333333')],
  XD19: [
    'information workspace/shared-host-device',
    guest(
      "<interface type='hostdev'><source><address type='pci' domain='0' bus='5' slot='7' function='1'/></source></interface>",
    ),
  ],
  XD20: ['error source/shared-passthrough'],
  XD21: ['hint source/mixed-modes'],
  XD22: [
    'warning workspace/enslaved-device',
    "<interface type='bridge' name='br0'><bridge><interface type='ethernet' name='eth3'/></bridge></interface>",
  ],
  XD23: ['information workspace/network-bridge', "<network><name>default</name><bridge name='virbr0'/></network>"],
  XD24: [
    'hint workspace/duplicate-mac',
    guest("<interface type='user'><mac address='52:54:00:00:00:77'/></interface>"),
  ],
  XD27: ['error mac/duplicate'],
  XD28: ['error workspace/exhausted-pool', network('x-pass', 'passthrough', '', "<interface dev='eth1'/>")],
};

describe('the rows about several files', () => {
  const rows = readFactsTable().filter(({ id }) => id.startsWith('XD'));

  test.skipIf(factsAbsence !== undefined)('are all here', () => {
    const known = new Set([...Object.keys(expectations), ...hostConditions.map(({ id }) => id), 'XD25']);
    expect(rows.map(({ id }) => id).filter(id => !known.has(id))).toEqual([]);
  });

  test.each(rows.flatMap(row => (expectations[row.id] ? [[row.id, row, expectations[row.id] ?? []] as const] : [])))(
    'the example of %s is found beside the files that it needs, and alone says nothing of them',
    (_id, { bad_xml: xml }, [expected, ...beside]) => {
      const text = xml.startsWith('<domain') ? xml : guest(xml, 'facts');
      const found = (files?: readonly string[]) =>
        findFindings(text, undefined, files).map(({ severity, code }) => `${severity} ${code}`);
      expect(found(beside)).toContain(expected);
      expect(found().filter(finding => finding.includes('workspace/'))).toEqual([]);
    },
  );

  test('XD25: an address that is kept for nobody', () => {
    const reservation =
      "<ip address='192.168.5.1' prefix='24'><dhcp><host mac='52:54:00:00:00:79' ip='192.168.5.9'/></dhcp></ip>";
    const text = `<network><name>lab</name><bridge name='b'/>${reservation}</network>`;
    const found = (...beside: readonly string[]) =>
      findFindings(text, undefined, beside).map(({ severity, code }) => `${severity} ${code}`);
    expect(found(on('lab', '78'))).toEqual(['hint workspace/stale-reservation']);
    expect(found(on('lab', '78'), on('other', '79'))).toEqual(['information workspace/stale-reservation']);
    expect(found(on('lab', '79'))).toEqual([]);
    expect(found(on('other', '78'))).toEqual([]);
    expect(found()).toEqual([]);
  });
});

function network(name: string, mode: string, inside: string, devices = ''): string {
  return `<network><name>${name}</name><forward mode='${mode}'>${devices}</forward>${inside}</network>`;
}

/** A guest on a network with the last octet of its address. */
function on(name: string, mac: string): string {
  return guest(
    `<interface type='network'><mac address='52:54:00:00:00:${mac}'/><source network='${name}'/></interface>`,
  );
}

function domain(name: string, uuid: string): string {
  return `<domain type='kvm'><name>${name}</name><uuid>${uuid}</uuid></domain>`;
}

function guest(devices: string, name = 'other'): string {
  return `<domain type='kvm'><name>${name}</name><devices>${devices}</devices></domain>`;
}
