import { describe, expect, it } from 'vitest';
import { macvtapMode } from '../../server/src/schema/domain/devices/interface/directSource.ts';
import { forwardModes } from '../../server/src/schema/network/forwardMode.ts';
import { checkHover, checkNoHover, hover } from '../support/hover.ts';

function inInterface(type: string, inside: string): string {
  return `<domain type='kvm'><devices><interface type='${type}'>${inside}</interface></devices></domain>`;
}

describe('a hover on an element', () => {
  it('is on the name in both tags, with the variant that applies', () => {
    checkHover(
      inInterface('direct', "<⟦sou|rce⟧ dev='eth0'/>"),
      "`<source>` in `<interface type='direct'>`",
      /macvtap/,
    );
    checkHover(inInterface('bridge', "<⟦|source⟧ bridge='br0'/>"), "`<source>` in `<interface type='bridge'>`");
    checkHover("<interface type='bridge'><source bridge='br0'></⟦sou|rce⟧></interface>", "type='bridge'");
  });

  it('says what has been chosen by its type', () => {
    checkHover("<⟦inter|face⟧ type='direct'><source dev='eth0'/></interface>", /`type='direct'`: \w+/);
  });

  it('names what may stand in it', () => {
    checkHover(inInterface('direct', "<⟦source|⟧ dev='eth0'/>"), '`dev` (required)', '`mode`');
  });

  it('says what libvirt does with it where that is nothing good', () => {
    checkHover(inInterface('direct', "<⟦m|tu⟧ size='9000'/>"), /Refused when the guest is defined/);
    checkHover(inInterface('direct', "<⟦filter|ref⟧ filter='clean-traffic'/>"), /Without effect here/);
  });

  it('says where it would belong', () => {
    checkHover(inInterface('ethernet', "<⟦virtual|port⟧ type='openvswitch'/>"), /not for this place/, /type='bridge'/);
  });

  it('gives the default, the unit and the release', () => {
    checkHover(inInterface('bridge', "<⟦mt|u⟧ size='9000'/>"), '**Default:**', '**Since:** libvirt 3.1.0');
    checkHover(inInterface('bridge', '<tune><⟦snd|buf⟧>0</sndbuf></tune>'), '**Unit:** bytes');
  });
});

describe('a hover on an attribute', () => {
  it('tells its type, its values and who reaches whom with each', () => {
    checkHover(
      inInterface('direct', "<source dev='eth0' ⟦mo|de⟧='vepa'/>"),
      '`mode`** of `<source>`',
      '| `passthrough` |',
      'guest to guest on this host',
    );
    checkHover(inInterface('network', "<link ⟦sta|te⟧='up'/>"), '- `down`: ', /required/);
    checkHover(inInterface('network', "<mac ⟦addr|ess⟧='52:54:00:12:34:56'/>"), 'unicast MAC address');
  });

  it('says where it would belong', () => {
    checkHover(inInterface('bridge', "<source bridge='br0' ⟦mo|de⟧='vepa'/>"), /not for this place/, /type='direct'/);
  });
});

describe('a hover on a value', () => {
  it.each(['vepa', 'bridge', 'private', 'passthrough'])('explains the mode %s', mode => {
    checkHover(
      inInterface('direct', `<source dev='eth0' mode='⟦${mode}|⟧'/>`),
      `\`mode='${mode}'\``,
      /\| guest to guest on this host \| \S/,
      /\| guest to host \| \S/,
      /\| guest to outside \| \S/,
      /\| requires \| \S/,
    );
  });

  it.each(['802.1Qbg', '802.1Qbh', 'openvswitch', 'midonet'])('explains the virtual port %s', type => {
    checkHover(
      inInterface('network', `<virtualport type='⟦|${type}⟧'/>`),
      /\| requires \| \S/,
      'who reaches whom'.slice(4),
    );
  });

  it.each([
    ['010', 'libvirt stores **8**'],
    ['0x1F', 'libvirt stores **31**'],
  ])('tells what is stored for %s', (written, stored) => {
    const parameters = `<parameters managerid='⟦${written}|⟧' typeid='1' typeidversion='1'/>`;
    checkHover(inInterface('direct', `<virtualport type='802.1Qbg'>${parameters}</virtualport>`), stored);
  });

  it('tells nothing of that where numbers are decimal', () => {
    const { contents } = hover(inInterface('network', "<boot order='0|10'/>")) ?? {};
    expect(contents).toMatch(/order/);
    expect(contents).not.toMatch(/stores/);
  });

  it('is that of the attribute where any value may stand', () => {
    checkHover(inInterface('direct', "<source dev='⟦et|h0⟧'/>"), '`dev`** of `<source>`');
  });

  it('shows nothing of the document as Markdown', () => {
    const { contents } = hover(inInterface('direct', "<source dev='eth0' mode='*[a](b)`|`*'/>")) ?? {};
    expect(contents).not.toMatch(/\[a\]\(b\)/);
  });
});

describe('links', () => {
  it('go to the page of the element or of the nearest around it', () => {
    const marked = inInterface('direct', "<source dev='eth0' mo|de='vepa'/>");
    expect(hover(marked)?.contents).toMatch(/\(https:\/\/libvirt\.org\/formatdomain\.html#[\w-]+\)/);
    expect(hover(marked, { links: false })?.contents).not.toMatch(/https:/);
  });
});

/** The words of the picture in the hover at the `|`. */
const alt = (marked: string) =>
  /^!\[(.*?)\]\(data:image\/svg\+xml,[^\s()]+\)$/m.exec(hover(marked, { pictures: true })?.contents ?? '')?.[1];

describe('pictures', () => {
  it.each([
    [inInterface('direct', "<source dev='eth0' mode='ve|pa'/>"), /hairpin/],
    [inInterface('direct', "<source dev='eth0' mode='pass|through'/>"), /belongs to guest A alone/],
    ["<interface type='dir|ect'><source dev='eth0' mode='bridge'/></interface>", /straight to the other/],
    ["<interface type='dir|ect'><source dev='eth0'/></interface>", /hairpin/],
    ["<interface type='bri|dge'><source bridge='b'/></interface>", /Linux bridge|bridge br0/],
    ["<interface type='bri|dge'><virtualport type='openvswitch'/><source bridge='b'/></interface>", /Open vSwitch/],
    ["<interface type='us|er'/>", /slirp or passt/],
    ["<interface type='host|dev'/>", /virtual function/],
    ["<network><name>n</name><forward mode='n|at'/></network>", /with its own address/],
    ["<network><name>n</name><forward mode='bri|dge'/><bridge name='br0'/></network>", /bridge br0/],
    ["<network><name>n</name><forward mode='bri|dge' dev='eth0'/></network>", /macvtap/],
    ['<netw|ork><name>n</name></network>', /without forward/],
  ])('show what %s connects', (marked, description) => {
    expect(alt(marked)).toMatch(description);
  });

  it.each([
    "<netw|ork><name>n</name><forward mode='nat'/></network>",
    "<interface type='net|work'><source network='n'/></interface>",
    "<interface type='direct'><source dev='eth0' mode='toS|tring'/></interface>",
    "<domain type='kvm'><devices><hostdev type='p|ci'/></devices></domain>",
  ])('are not shown for %s', marked => {
    expect(alt(marked)).toBeUndefined();
  });

  it.each(macvtapMode.type.values ?? [])('are there for the macvtap mode $value', ({ value }) => {
    expect(alt(inInterface('direct', `<source dev='eth0' mode='|${value}'/>`))).toBeDefined();
  });

  it.each(forwardModes)('are there for the forward mode $value', ({ value }) => {
    expect(alt(`<network><name>n</name><forward mode='|${value}'/></network>`)).toBeDefined();
  });

  it('are shown to those who ask for them', () => {
    expect(hover(inInterface('direct', "<source dev='eth0' mode='ve|pa'/>"))?.contents).not.toContain('data:');
  });
});

describe('nothing is said', () => {
  it.each([
    "<domain type='kvm'><devices>| </devices></domain>",
    "<domain type='kvm'><devices><!-- inter|face --></devices></domain>",
    "<domain type='kvm'><devices><disk><so|urce/></disk></devices></domain>",
    "<domain type='kvm'><devices><interf|ac/></devices></domain>",
    '<ht|ml/>',
    '|',
  ])('about %s', marked => {
    checkNoHover(marked);
  });

  it('and nothing breaks at any offset of a broken text', () => {
    const text = "<domain type='kvm'>\n<devices>\n<interface type='direct\n<source dev=eth0 mode='ve\n</int <";
    for (let offset = 0; offset <= text.length; offset++) {
      const found = hover(`${text.slice(0, offset)}|${text.slice(offset)}`);
      expect(found === undefined || (found.range.start <= offset && offset <= found.range.end)).toBe(true);
    }
  });
});
