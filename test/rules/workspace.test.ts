import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../support/findings.ts';

const lab = "<network><name>lab</name><bridge name='virbr7'/></network>";
const ovs = `<network><name>trunk</name><forward mode='bridge'/><bridge name='ovsbr0'/>
  <virtualport type='openvswitch'><parameters profileid='a'/></virtualport>
  <portgroup name='sales'/><portgroup name='tight'><virtualport><parameters interfaceid='76ba97d3-0616-4e93-98e7-a994d91e6eb2'/></virtualport></portgroup>
</network>`;
const macvtap = "<network><name>uplink</name><forward mode='vepa'><interface dev='eth1'/></forward></network>";

/** The codes found on an interface with this inside, beside these files. */
function codesOn(inside: string, ...beside: readonly string[]): readonly string[] {
  return findFindings(`<interface type='network'>${inside}</interface>`, undefined, beside).map(({ code }) => code);
}

function guest(name: string, devices: string, uuid = ''): string {
  return `<domain type='kvm'><name>${name}</name>${uuid && `<uuid>${uuid}</uuid>`}<devices>${devices}</devices></domain>`;
}

describe('a network that is not defined', () => {
  const source = "<source network='storage'/>";

  test('is told where networks are known', () => {
    expect(codesOn(source, lab)).toEqual(['workspace/undefined-network']);
  });

  test('is nobody’s business where none are', () => {
    expect(codesOn(source)).toEqual([]);
    expect(codesOn(source, guest('web', ''))).toEqual([]);
  });

  test('default is always taken for there', () => {
    expect(codesOn("<source network='default'/>", lab)).toEqual([]);
  });

  test('a slip of the pen is a warning, and mended', () => {
    checkFindings(
      `
      <interface type="network">
        <source network="uplnik"/>
                         ▔▔▔▔▔▔ warning workspace/undefined-network
      </interface>`,
      [macvtap],
    );
    checkFix(
      '<interface type="network"><source network="uplnik"/></interface>',
      '<interface type="network"><source network="uplink"/></interface>',
      undefined,
      [lab, macvtap],
    );
  });
});

test('nothing is said of a network that two files define', () => {
  const vlan = "<source network='lab'/><vlan><tag id='5'/></vlan>";
  expect(codesOn(vlan, lab)).toEqual(['workspace/unsupported-vlan']);
  expect(codesOn(vlan, lab, lab)).toEqual([]);
});

test('port groups are those of the network, not of another', () => {
  const other = "<network><name>other</name><bridge name='b'/><portgroup name='sales'/></network>";
  expect(codesOn("<source network='trunk' portgroup='sales'/>", ovs)).toEqual([]);
  expect(codesOn("<source network='trunk' portgroup='nope'/>", ovs)).toEqual(['workspace/undefined-portgroup']);
  expect(codesOn("<source network='lab' portgroup='sales'/>", lab, other)).toEqual(['workspace/undefined-portgroup']);
  expect(codesOn("<source network='elsewhere' portgroup='sales'/>")).toEqual([]);
});

test('filters that libvirt brings along need no file', () => {
  const mine = "<filter name='mine'/>";
  expect(codesOn(filterref('clean-traffic'), mine)).toEqual([]);
  expect(codesOn(filterref('mine'), mine)).toEqual([]);
  expect(codesOn(filterref('other-one'), mine)).toEqual(['workspace/undefined-filter']);
  expect(codesOn(filterref('other-one'), lab)).toEqual([]);
});

describe('virtual ports', () => {
  test.each([
    ["<virtualport type='openvswitch'><parameters profileid='a'/></virtualport>", []],
    ["<virtualport><parameters profileid='a'/></virtualport>", []],
    ["<virtualport><parameters profileid='b'/></virtualport>", ['workspace/virtualport-conflict']],
    ["<virtualport type='802.1Qbh'><parameters profileid='a'/></virtualport>", ['workspace/virtualport-conflict']],
  ])('%s on an Open vSwitch network', (virtualport, codes) => {
    expect(codesOn(`<source network='trunk'/>${virtualport}`, ovs)).toEqual(codes);
  });

  test('a parameter of the port group counts, UUIDs in any case', () => {
    expect(codesOn(tightPort('76BA97D3-0616-4E93-98E7-A994D91E6EB2'), ovs)).toEqual([]);
    expect(codesOn(tightPort('00000000-0616-4E93-98E7-A994D91E6EB2'), ovs)).toEqual(['workspace/virtualport-conflict']);
  });

  test('numbers count, not their spelling', () => {
    const qbg = `<network><name>uplink</name><forward mode='vepa'><interface dev='eth1'/></forward>
      <virtualport type='802.1Qbg'><parameters managerid='10' typeid='1' typeidversion='2'/></virtualport></network>`;
    expect(codesOn(numberedPort('0x0a'), qbg)).toEqual([]);
    expect(codesOn(numberedPort('0x0b'), qbg)).toEqual(['workspace/virtualport-conflict']);
  });

  test.each([
    ['lab', "type='openvswitch'", lab, true],
    ['uplink', "type='openvswitch'", macvtap, true],
    ['uplink', "type='802.1Qbh'", macvtap, false],
  ])('on the network %s with %s', (network, type, file, found) => {
    const port = `<source network='${network}'/><virtualport ${type}><parameters profileid='a'/></virtualport>`;
    expect(codesOn(port, file)).toEqual(found ? ['workspace/unsupported-virtualport'] : []);
  });

  test('what is missing on the interface may come from the network', () => {
    const source = "<source network='fabric'/>";
    expect(codesOn(source, card("<parameters profileid='a'/>"))).toEqual([]);
    expect(codesOn(source, card(''))).toEqual(['workspace/incomplete-virtualport']);
    expect(codesOn(`${source}<virtualport type='802.1Qbh'/>`, card("<parameters profileid='a'/>"))).toEqual([]);
    expect(codesOn(`${source}<virtualport type='802.1Qbh'/>`, card(''))).toEqual(['workspace/incomplete-virtualport']);
  });
});

describe('guaranteed rates', () => {
  test('need a rate of the network, which its peak may exceed', () => {
    expect(codesOn(floor('lab'), limited("average='1000'"))).toEqual([]);
    expect(codesOn(floor('lab'), limited("average='500'"))).toEqual(['workspace/overcommitted-floor']);
    expect(codesOn(floor('lab'), limited("average='500' peak='700'"))).toEqual([]);
    expect(codesOn(floor('lab'), lab)).toEqual(['workspace/unsupported-floor']);
    expect(codesOn(floor('uplink'), macvtap)).toEqual(['workspace/unsupported-floor']);
  });

  test('of another domain make it information', () => {
    const text = guest('mail', `<interface type='network'>${floor('lab')}</interface>`);
    const others = [limited("average='1000'"), text.replace('mail', 'web')];
    expect(findFindings(text, undefined, others)).toMatchObject([
      { code: 'workspace/overcommitted-floor', severity: 'information' },
    ]);
  });

  test('removing the last of a bandwidth removes the element', () => {
    checkFix(
      `<interface type='network'><source network='lab'/><bandwidth><inbound floor='5'/></bandwidth></interface>`,
      `<interface type='network'><source network='lab'/></interface>`,
      undefined,
      [lab],
    );
  });
});

describe('other domains', () => {
  const mac = "<interface type='bridge'><mac address='52:54:00:aa:bb:01'/><source bridge='br0'/></interface>";

  test('one MAC address in two guests', () => {
    expect(
      found(
        guest('mail', mac),
        guest(
          'web',
          mac.toUpperCase().replaceAll(/[A-Z]{3,}/g, word => word.toLowerCase()),
        ),
      ),
    ).toEqual(['warning workspace/duplicate-mac']);
    expect(found(guest('mail', mac), guest('web', mac.replace('01', '02')))).toEqual([]);
  });

  test('two files of one guest do not collide', () => {
    expect(found(guest('web', mac), guest('web', mac))).toEqual([]);
  });

  test('a fragment may be in the domain already', () => {
    expect(found(mac, guest('web', mac))).toEqual([]);
    expect(found(guest('web', mac), mac)).toEqual([]);
  });

  test('user networks keep their addresses to themselves', () => {
    const user = mac.replace('bridge', 'user').replace("<source bridge='br0'/>", '');
    expect(found(guest('mail', user), guest('web', mac))).toEqual(['hint workspace/duplicate-mac']);
  });

  test('names and UUIDs', () => {
    const one = '5d1f7c1e-8a1b-4c55-9f2c-0d4f7c0f7a01';
    const other = 'a3f5b9a2-6f43-4a35-8f0e-4f7a9a3f2b02';
    expect(found(guest('web', '', one), guest('web', '', other))).toEqual(['warning workspace/duplicate-name']);
    expect(found(guest('web', '', one), guest('web', '', one.toUpperCase()))).toEqual([]);
    expect(found(guest('web', '', one), guest('web', ''))).toEqual([]);
    expect(found(guest('mail', '', one), guest('web', '', one.replaceAll('-', '')))).toEqual([
      'warning workspace/duplicate-uuid',
    ]);
  });

  test('the fresh name is free', () => {
    checkFix(guest('web', '', uuid(1)), guest('web-3', '', uuid(1)), undefined, [
      guest('web', '', uuid(2)),
      guest('web-2', '', uuid(3)),
    ]);
  });

  test('a lower device that is taken for itself, by a guest or by a network', () => {
    expect(found(guest('a', direct('bridge')), guest('b', direct('passthrough')))).toEqual([
      'warning workspace/shared-passthrough',
    ]);
    expect(found(guest('a', direct('bridge')), guest('b', direct('private')))).toEqual(['hint workspace/mixed-modes']);
    expect(found(guest('a', direct('bridge')), guest('b', direct('bridge')))).toEqual([]);
    expect(found(guest('a', direct('passthrough')), macvtap)).toEqual(['warning workspace/shared-passthrough']);
    expect(found(guest('a', direct('vepa')), macvtap)).toEqual([]);
    const nat = "<network><name>n</name><forward mode='nat' dev='eth1'/><bridge name='b'/></network>";
    expect(found(guest('a', direct('passthrough')), nat)).toEqual([]);
  });

  test('a PCI device in a pool', () => {
    const pool = `<network><name>card</name><forward mode='hostdev'><address type='pci' domain='0' bus='5' slot='7' function='1'/></forward></network>`;
    const device = `<interface type='hostdev'><source><address type='pci' domain='0x0' bus='0x05' slot='0x07' function='0x1'/></source></interface>`;
    expect(found(guest('a', device), pool)).toEqual(['information workspace/shared-host-device']);
    expect(found(guest('a', device), guest('b', device))).toEqual(['information workspace/shared-host-device']);
  });

  test('more guests than devices', () => {
    const pool = "<network><name>card</name><forward mode='passthrough'><interface dev='eth1'/></forward></network>";
    const user = "<interface type='network'><source network='card'/></interface>";
    expect(found(guest('a', user), pool)).toEqual([]);
    expect(found(guest('a', user), pool, guest('b', user))).toEqual(['information workspace/exhausted-pool']);
    expect(found(guest('a', user + user), pool)).toEqual(['error workspace/exhausted-pool']);
  });

  test('names that libvirt gives out itself are no names', () => {
    expect(found(guest('a', target('front')), guest('b', target('front')))).toEqual([
      'information workspace/duplicate-target',
    ]);
    expect(found(guest('a', target('vnet0')), guest('b', target('vnet0')))).toEqual(['warning target/reserved-name']);
  });
});

describe('templates', () => {
  test('may define the network that is missing', () => {
    expect(codesOn("<source network='storage'/>", lab, lab.replace('lab', '{{ network }}'))).toEqual([]);
  });

  test('leave open what their networks refuse', () => {
    const vlan = "<source network='lab'/><vlan><tag id='5'/></vlan>";
    expect(codesOn(vlan, lab.replace("name='virbr7'", "name='{{ bridge }}'"))).toEqual([]);
  });

  test('are what other files were made from', () => {
    const mac = "<interface type='bridge'><mac address='52:54:00:aa:bb:01'/><source bridge='br0'/></interface>";
    expect(found(guest('web', mac), guest('{{ name }}', mac))).toEqual([]);
    expect(found(guest('{{ name }}', mac), guest('{{ what }}', mac))).toEqual([]);
  });
});

test('a comment about other files is not called unused where none are known', () => {
  const text = `<!-- libvirt-xml-disable workspace/undefined-network -->
<interface type='network'><source network='storage'/></interface>`;
  expect(found(text)).toEqual([]);
  expect(found(text, lab)).toEqual([]);
  expect(found(text, lab.replace('lab', 'storage'))).toEqual(['hint control/unused-suppression']);
});

test('the mode of the other guest can be taken over', () => {
  checkFix(guest('a', direct('vepa')), guest('a', direct('bridge')), "Set mode='bridge' here as well", [
    guest('b', direct('bridge')),
  ]);
});

test('the other place is in the other file', () => {
  const [finding] = findFindings("<interface type='bridge'><source bridge='virbr7'/></interface>", undefined, [lab]);
  const [place] = finding?.related ?? [];
  expect(place?.uri).toBe('file:///0.xml');
  expect(lab.slice(place?.range.start, place?.range.end)).toBe('virbr7');
});

function found(text: string, ...beside: readonly string[]): readonly string[] {
  return findFindings(text, undefined, beside).map(({ severity, code }) => `${severity} ${code}`);
}

function uuid(digit: number): string {
  return `5d1f7c1e-8a1b-4c55-9f2c-0d4f7c0f7a0${digit}`;
}

function direct(mode: string): string {
  return `<interface type='direct'><source dev='eth1' mode='${mode}'/></interface>`;
}

function target(dev: string): string {
  return `<interface type='bridge'><source bridge='br0'/><target dev='${dev}'/></interface>`;
}

function floor(network: string): string {
  return `<source network='${network}'/><bandwidth><inbound floor='600'/></bandwidth>`;
}

function limited(inbound: string): string {
  return `<network><name>lab</name><bridge name='virbr7'/><bandwidth><inbound ${inbound}/></bandwidth></network>`;
}

function filterref(name: string): string {
  return `<source network='default'/><filterref filter='${name}'/>`;
}

function tightPort(id: string): string {
  return `<source network='trunk' portgroup='tight'/><virtualport type='openvswitch'><parameters interfaceid='${id}'/></virtualport>`;
}

function numberedPort(id: string): string {
  return `<source network='uplink'/><virtualport><parameters managerid='${id}'/></virtualport>`;
}

function card(parameters: string): string {
  return `<network><name>fabric</name><forward mode='passthrough'><interface dev='eth1'/></forward>
    <virtualport type='802.1Qbh'/><portgroup name='x' default='yes'><virtualport>${parameters}</virtualport></portgroup></network>`;
}
