import { describe, expect, it } from 'vitest';
import type { CompleteOptions } from '../../server/src/features/completion/createCompleter.ts';
import { checkAccepted, checkCompletion, complete } from '../support/completion.ts';

const MODES = ['bridge', 'vepa', 'private', 'passthrough'];

/** An interface of a domain, written by its inside. */
function inInterface(type: string, inside: string): string {
  return `<domain type='kvm'>\n  <devices>\n    <interface type='${type}'>\n      ${inside}\n    </interface>\n  </devices>\n</domain>\n`;
}

/** An interface whose type is to be chosen, in a domain of a type. */
function inDomain(type: string): string {
  return `<domain type='${type}'><devices><interface type='|'/></devices></domain>`;
}

describe('values', () => {
  it.each([
    ['between the quotes', "<source dev='eth0' mode='|'/>"],
    ['with double quotes', '<source dev="eth0" mode="|"/>'],
    ['in a value that is there', "<source dev='eth0' mode='ve|pa'/>"],
    ['without quotes', "<source dev='eth0' mode=|/>"],
    ['with the closing quote missing', "<source dev='eth0' mode='|\n      <model type='virtio'/>"],
    ['with the tag cut off', "<source dev='eth0' mode='|"],
    ['behind other mistakes', "<sorce dev=eth0/><source mode='|' dev='eth0'/>"],
  ])('are offered %s', (_, inside) => {
    checkCompletion(inInterface('direct', inside), { all: MODES });
  });

  it('are offered at the end of the file', () => {
    checkCompletion("<domain type='kvm'><devices><interface type='direct'><source mode='|", { all: MODES });
  });

  it.each([
    ["<source mode='|'/>", "<source mode='vepa'/>"],
    ["<source mode='pri|vate'/>", "<source mode='vepa'/>"],
    ['<source mode=|/>', "<source mode='vepa'/>"],
    ['<source mode=pri|/>', "<source mode='vepa'/>"],
    ["<source mode='pri|\n      <model/>", "<source mode='vepa'\n      <model/>"],
    ['<source dev="a" mode=|/>', '<source dev="a" mode="vepa"/>'],
  ])('take the place of what is there: %s', (before, after) => {
    checkAccepted(inInterface('direct', before), 'vepa', inInterface('direct', after));
  });

  it('leave alone what goes over several lines', () => {
    checkCompletion(inInterface('direct', "<source mode='ve\n|pa'/>"), { all: [] });
  });

  it('are documented', () => {
    const [bridge] = complete(inInterface('direct', "<source mode='|'/>"));
    expect(bridge?.documentation).toMatch(/guest to guest/);
  });

  it('are those of the type that the interface has', () => {
    checkCompletion(inInterface('direct', "<virtualport type='|'/>"), { all: ['802.1Qbg', '802.1Qbh'] });
    checkCompletion(inInterface('bridge', "<virtualport type='|'/>"), { all: ['openvswitch', 'midonet'] });
    checkCompletion(inInterface('hostdev', "<virtualport type='|'/>"), { all: ['802.1Qbh'] });
    checkCompletion(inInterface('vdpa', "<model type='|'/>"), {
      all: ['virtio', 'virtio-non-transitional', 'virtio-transitional'],
    });
  });

  it('offer what another hypervisor has only to its domains', () => {
    checkCompletion(inDomain('kvm'), { some: ['network', 'direct'], none: ['null', 'vds', 'internal'] });
    checkCompletion(inDomain('vmware'), { some: ['network', 'null', 'vds'], none: ['direct', 'hostdev'] });
    checkCompletion(inDomain('test'), { some: ['network', 'null', 'internal', 'direct'] });
  });

  it('are yes and no, or on and off', () => {
    checkCompletion(inInterface('hostdev', '').replace("'hostdev'", "'hostdev' managed='|'"), { all: ['yes', 'no'] });
    checkCompletion(inInterface('network', "<model type='virtio'/><driver ioeventfd='|'/>"), { all: ['on', 'off'] });
  });

  it('are made afresh where they must be unique', () => {
    const inside = "<virtualport type='802.1Qbg'><parameters instanceid='|'/></virtualport>";
    const [uuid] = complete(inInterface('direct', inside));
    expect(uuid?.label).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const [mac] = complete(inInterface('network', "<mac address='|'/>"));
    expect(mac?.label).toMatch(/^52:54:00(:[\da-f]{2}){3}$/);
  });

  it('are made afresh with the prefix of the driver', () => {
    const xen = inInterface('bridge', "<mac address='|'/>").replace('kvm', 'xen');
    expect(complete(xen)[0]?.label).toMatch(/^00:16:3e:/);
  });

  it('stay in the list while something is being typed that they do not begin with', () => {
    const [mac] = complete(inInterface('network', "<mac address='zz|'/>"));
    expect(mac?.filterText).toBe('zz');
  });

  it('are the names that the partners of a team have', () => {
    const domain = `<domain type='kvm'><devices>
      <interface type='network'><source network='a'/><alias name='net0'/></interface>
      <interface type='network'><source network='b'/><alias name='ua-second'/></interface>
      <interface type='network'><source network='c'/><teaming type='persistent'/><alias name='ua-first'/></interface>
      <interface type='hostdev'><teaming type='transient' persistent='|'/></interface>
    </devices></domain>`;
    checkCompletion(domain, { all: ['ua-first', 'ua-second'] });
  });

  it('are the next free number of the boot order', () => {
    const domain = `<domain type='kvm'><devices>
      <disk><boot order='1'/></disk><disk><boot order='3'/></disk>
      <interface type='network'><source network='a'/><boot order='|'/></interface>
    </devices></domain>`;
    checkCompletion(domain, { first: ['2'] });
  });

  it('are what other interfaces of the type name in that place', () => {
    const domain = `<domain type='kvm'><devices>
      <interface type='network'><source network='backbone'/></interface>
      <interface type='bridge'><source bridge='br7'/></interface>
      <interface type='network'><source network='|'/></interface>
    </devices></domain>`;
    checkCompletion(domain, { some: ['backbone'], none: ['br7'] });
  });
});

describe('attribute names', () => {
  it('come required first, without those that are there', () => {
    checkCompletion(inInterface('direct', '<source |/>'), { first: ['dev', 'mode'] });
    checkCompletion(inInterface('direct', "<source dev='eth0' |/>"), { first: ['mode'], none: ['dev'] });
    checkCompletion(inInterface('direct', "<source mode='vepa' d|/>"), { first: ['dev'], none: ['mode'] });
  });

  it('are those of the type', () => {
    checkCompletion(inInterface('bridge', '<source |/>'), { some: ['bridge'], none: ['dev', 'mode', 'path'] });
    checkCompletion(inInterface('direct', "<virtualport type='802.1Qbg'><parameters |/></virtualport>"), {
      all: ['managerid', 'typeid', 'typeidversion', 'instanceid'],
    });
    checkCompletion(inInterface('direct', "<virtualport type='802.1Qbh'><parameters |/></virtualport>"), {
      all: ['profileid'],
    });
  });

  it('are those of any type before a type is chosen', () => {
    checkCompletion('<domain type="kvm"><devices><interface><source |/></interface></devices></domain>', {
      some: ['dev', 'mode', 'network', 'bridge'],
    });
  });

  it.each([
    ['<source |/>', 'dev', "<source dev='${1:eth0}'/>"],
    ['<source de|/>', 'dev', "<source dev='${1:eth0}'/>"],
    ["<source dev='a'|/>", 'mode', "<source dev='a' mode='$1'/>"],
    ['<source dev="a" |/>', 'mode', '<source dev="a" mode="$1"/>'],
    ["<source |mode='vepa'/>", 'dev', "<source dev='${1:eth0}' mode='vepa'/>"],
    ["<source d|='x'/>", 'dev', "<source dev='x'/>"],
    [
      "<source dev='a' |\n      <model type='virtio'/>",
      'mode',
      "<source dev='a' mode='$1'\n      <model type='virtio'/>",
    ],
    ["<source dev='a'\n              |/>", 'mode', "<source dev='a'\n              mode='$1'/>"],
  ])('are written with their quotes: %s', (before, label, after) => {
    checkAccepted(inInterface('direct', before), label, inInterface('direct', after));
  });

  it('ask for the value when there is a choice', () => {
    const mode = complete(inInterface('direct', "<source dev='a' |/>")).find(({ label }) => label === 'mode');
    expect(mode?.retrigger).toBe(true);
  });
});

describe('element names', () => {
  it('are those that may still come, the required ones first', () => {
    checkCompletion(inInterface('bridge', '<|'), { first: ['source', 'model', 'mac'], some: ['virtualport', 'mtu'] });
    checkCompletion(inInterface('bridge', "<source bridge='br0'/>\n      |"), {
      first: ['model', 'mac'],
      none: ['source'],
    });
    checkCompletion(inInterface('bridge', "|\n      <source bridge='br0'/>\n      <mtu size='9000'/>"), {
      none: ['source', 'mtu'],
    });
  });

  it('leave out what libvirt would refuse or ignore with the type', () => {
    checkCompletion(inInterface('direct', '|'), { none: ['mtu', 'filterref', 'coalesce'] });
    checkCompletion(inInterface('ethernet', '|'), { none: ['virtualport'] });
  });

  it.each([
    ['bridge', 'sou|', 'source', "<source bridge='${1:br0}'/>"],
    ['bridge', '<|', 'source', "<source bridge='${1:br0}'/>"],
    ['bridge', '<sou|', 'source', "<source bridge='${1:br0}'/>"],
    ['bridge', "<sou| bridge='x'/>", 'source', "<source bridge='x'/>"],
    ['bridge', '<sou|/>', 'source', "<source bridge='${1:br0}'/>"],
    ['direct', '|', 'source', "<source dev='${1:eth0}' mode='${2|bridge,vepa,private,passthrough|}'/>"],
    ['direct', '|', 'virtualport', "<virtualport type='${1|802.1Qbg,802.1Qbh|}'>\n        $0\n      </virtualport>"],
    [
      'hostdev',
      '|',
      'source',
      "<source>\n        <address type='pci' domain='${1:0x0000}' bus='${2:0x00}' slot='${3:0x07}' function='${4:0x0}'/>\n      </source>",
    ],
    [
      'direct',
      '|',
      'virtualport 802.1Qbg',
      "<virtualport type='802.1Qbg'>\n        <parameters managerid='${1:11}' typeid='${2:1193047}' typeidversion='${3:2}'/>\n      </virtualport>",
    ],
    ['bridge', '|', 'vlan', "<vlan>\n        <tag id='${1:42}'/>\n      </vlan>"],
    ['bridge', '|', 'driver', '<driver $1/>'],
    ['bridge', '|', 'tune', '<tune>\n        <sndbuf>${1:65536}</sndbuf>\n      </tune>'],
  ])('bring what the element needs: %s %s', (type, before, label, after) => {
    checkAccepted(inInterface(type, before), label, inInterface(type, after));
  });

  it('follow the quotes, the indentation and the line breaks of the document', () => {
    const before =
      '<domain type="kvm">\r\n\t<devices>\r\n\t\t<interface type="direct">\r\n\t\t\t|\r\n\t\t</interface>\r\n\t</devices>\r\n</domain>';
    checkAccepted(
      before,
      'virtualport 802.1Qbh',
      before.replace(
        '|',
        '<virtualport type="802.1Qbh">\r\n\t\t\t\t<parameters profileid="${1:profile1}"/>\r\n\t\t\t</virtualport>',
      ),
    );
  });

  it('are offered in unclosed parents and next to broken neighbours', () => {
    checkCompletion("<domain type='kvm'>\n  <devices>\n    <interface type='direct'>\n      <|", {
      first: ['source', 'model'],
    });
    checkCompletion(inInterface('direct', "<source dev='eth0\n      <|\n      <model type='virtio'>"), {
      some: ['virtualport'],
      none: ['source', 'model'],
    });
  });

  it('are not offered where the catalogue knows nothing, in comments and in sections', () => {
    checkCompletion("<domain type='kvm'><devices><disk>|</disk></devices></domain>", { all: [] });
    checkCompletion(inInterface('direct', '<!-- a word | -->'), { all: [] });
    checkCompletion(inInterface('direct', '<![CDATA[ | ]]>'), { all: [] });
  });

  it('bring the namespace that their prefix needs', () => {
    checkAccepted(
      "<domain type='kvm'>\n  <|\n</domain>",
      'qemu:deprecation',
      "<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>\n  <qemu:deprecation>$0</qemu:deprecation>\n</domain>",
    );
    checkAccepted(
      "<domain type='kvm' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>\n  <q:de|\n</domain>",
      'q:deprecation',
      "<domain type='kvm' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>\n  <q:deprecation>$0</q:deprecation>\n</domain>",
    );
    checkCompletion(
      "<domain type='kvm' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'><q:deprecation/>|</domain>",
      { none: ['q:deprecation', 'qemu:deprecation'] },
    );
  });

  it('include whole interfaces among the devices', () => {
    checkCompletion("<domain type='kvm'><devices>|</devices></domain>", {
      some: ['interface', 'interface direct bridge', 'interface direct, 802.1Qbg', 'interface hostdev VF'],
      none: ['interface vds'],
    });
  });
});

describe('end tags', () => {
  it.each([
    ['</|', '</interface>'],
    ['</int|', '</interface>'],
    ['<|', '<</interface>'],
  ])('close the innermost open element: %s', typed => {
    const open = "<domain type='kvm'>\n  <devices>\n    <interface type='direct'>\n      <source dev='a'/>\n    ";
    checkAccepted(`${open}${typed}`, '</interface>', `${open}</interface>`);
  });

  it('close the root at the start of a line', () => {
    const open = "<interface type='direct'>\n  <source dev='a'/>\n";
    checkCompletion(`${open}|`, { all: ['</interface>'] });
    checkAccepted(`${open}<|`, '</interface>', `${open}</interface>`);
  });

  it('keep the > that is there', () => {
    checkAccepted(
      "<interface type='direct'><source dev='a'></so|></interface>",
      '</source>',
      "<interface type='direct'><source dev='a'></source></interface>",
    );
  });

  it('are not offered for an element that is closed', () => {
    checkCompletion(inInterface('direct', '|'), { none: ['</interface>'] });
  });
});

describe('the start of a document', () => {
  it('is a root with what it needs', () => {
    checkCompletion('|', { first: ['domain', 'interface'], some: ['interface bridge'] });
    checkCompletion('<|', { first: ['domain', 'interface'] });
    checkCompletion('<?xml version="1.0"?>\n<do|', { first: ['domain'] });
  });

  it('has one root only', () => {
    checkCompletion("<domain type='kvm'/>\n|", { all: [] });
  });
});

describe('what is typed asks only where it opens a place', () => {
  it.each([
    ['<', '<|'],
    ['/', "<source bridge='a'></|"],
    [' ', '<source |/>'],
    ['=', '<model type=|/>'],
    ["'", "<model type='|'/>"],
  ])('%s in %s', (typed, inside) => {
    expect(complete(inInterface('bridge', inside), { typed })).not.toEqual([]);
  });

  it.each([
    [' ', ' |'],
    [' ', '<!-- a |b -->'],
    ["'", "<model type='virtio'|/>"],
    ['/', "<source bridge='a/|'/>"],
    ['/', "<model type='virtio'/|>"],
    ['=', '<!-- =| -->'],
  ])('not %s in %s', (typed, inside) => {
    expect(complete(inInterface('bridge', inside), { typed })).toEqual([]);
  });
});

describe('what the document is meant for', () => {
  it('decides what is offered', () => {
    const types = "<interface type='|'/>";
    const labels = (target: CompleteOptions['target']) => complete(types, { target }).map(({ label }) => label);
    expect(labels({ version: [6, 8, 0] })).not.toContain('vdpa');
    expect(labels({ version: [6, 9, 0] })).toContain('vdpa');
    expect(labels({ driver: 'lxc' })).toEqual(['network', 'bridge', 'direct', 'ethernet']);
    expect(labels({ driver: 'esx' })).toContain('vds');
  });
});

/** Labels of what has a picture. */
const documented = (marked: string, options: CompleteOptions) =>
  complete(marked, options)
    .filter(({ documentation }) => documentation?.includes('](data:image/svg+xml,'))
    .map(({ label }) => label);

describe('pictures', () => {
  it('stand with the modes of macvtap and of networks', () => {
    expect(documented(inInterface('direct', "<source dev='eth0' mode='|'/>"), { pictures: true })).toEqual(MODES);
    expect(documented("<network><name>n</name><forward mode='|'/></network>", { pictures: true })).toContain('nat');
  });

  it('stand there for those who ask for them', () => {
    expect(documented(inInterface('direct', "<source dev='eth0' mode='|'/>"), {})).toEqual([]);
  });
});
