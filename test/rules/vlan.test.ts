import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../support/findings.ts';

const ovs = (vlan: string) =>
  `<interface type='bridge'><source bridge='ovsbr0'/>${vlan}<virtualport type='openvswitch'/></interface>`;
const hostdev = (vlan: string) =>
  `<interface type='hostdev'><source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>${vlan}</interface>`;

describe('a vlan that is right', () => {
  test.each([
    "<vlan><tag id='1'/></vlan>",
    "<vlan><tag id='1'/><tag id='4094'/></vlan>",
    "<vlan trunk='yes'><tag id='1'/></vlan>",
    "<vlan trunk='yes'><tag id='1' nativeMode='tagged'/><tag id='2'/></vlan>",
    "<vlan><tag id='1' nativeMode='untagged'/><tag id='2'/></vlan>",
  ])('%s', vlan => {
    checkFindings(ovs(vlan));
  });
});

describe('vlan/bad-trunk', () => {
  test.each([
    ['no', "<tag id='1'/><tag id='2'/>", "<vlan trunk='yes'>", "trunk='yes' is required for more than one vlan tag"],
    ['no', "<tag id='1' nativeMode='tagged'/>", "<vlan trunk='yes'>", 'is not allowed with a native vlan id'],
    ['no', "<tag id='1'/>", '<vlan>', undefined],
    ['false', "<tag id='1'/>", '<vlan>', 'must be yes or no'],
    ['on', "<tag id='1'/>", "<vlan trunk='yes'>", 'must be yes or no'],
    ['YES', "<tag id='1'/>", "<vlan trunk='yes'>", undefined],
  ])('%s with %s', (trunk, tags, mended, message) => {
    const before = ovs(`<vlan trunk='${trunk}'>${tags}</vlan>`);
    const findings = findFindings(before);
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error vlan/bad-trunk']);
    expect(findings[0]?.libvirtMessage?.slice(-(message?.length ?? 0))).toBe(message);
    checkFix(before, ovs(`${mended}${tags}</vlan>`));
  });
});

describe('vlan/two-native', () => {
  test('all but the first, in a port group as well', () => {
    checkFindings(`
      <network>
        <name>ovs</name>
        <forward mode='bridge'/>
        <bridge name='ovsbr0'/>
        <virtualport type='openvswitch'/>
        <portgroup name='all'>
          <vlan trunk='yes'>
            <tag id='1' nativeMode='tagged'/>
            <tag id='2' nativeMode='tagged'/>
                        ▔▔▔▔▔▔▔▔▔▔ error vlan/two-native
            <!-- the last -->
            <tag nativeMode='untagged' id='3'/>
                 ▔▔▔▔▔▔▔▔▔▔ error vlan/two-native
          </vlan>
        </portgroup>
      </network>`);
  });
});

describe('vlan/native-without-trunk', () => {
  test('the fix makes it a trunk', () => {
    checkFix(
      ovs("<vlan><tag id='1' nativeMode='tagged'/></vlan>"),
      ovs("<vlan trunk='yes'><tag id='1' nativeMode='tagged'/></vlan>"),
    );
  });
});

describe('vlan/repeated-tag', () => {
  test('numbers count, not their spelling', () => {
    checkFix(
      ovs("<vlan><tag id='7'/><tag id='8'/><tag id='07'/></vlan>"),
      ovs("<vlan><tag id='7'/><tag id='8'/></vlan>"),
    );
  });
});

describe('vlan/reserved-tag', () => {
  test.each(['0', '4095'])('%s', id => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='ovsbr0'/>
        <virtualport type='openvswitch'/>
        <vlan><tag id='${id}'/></vlan>
                       ${'▔'.repeat(id.length)} information vlan/reserved-tag
      </interface>`);
  });
});

describe('vlan/trunk-on-function', () => {
  test('several tags, or one that is said to be a trunk', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth2' mode='passthrough'/>
        <vlan trunk='yes'><tag id='5'/></vlan>
              ▔▔▔▔▔ error vlan/trunk-on-function
      </interface>`);
    checkFindings(`
      <network>
        <name>pool</name>
        <forward mode='hostdev' managed='yes'><pf dev='eth3'/></forward>
        <vlan><tag id='5'/><tag id='6'/></vlan>
                            ▔▔▔ error vlan/trunk-on-function
      </network>`);
    checkFindings(hostdev("<vlan><tag id='5'/></vlan>"));
  });

  test('the fix keeps the first tag', () => {
    checkFix(
      hostdev("<vlan trunk='yes'><tag id='5' nativeMode='tagged'/><tag id='6'/><tag id='7'/></vlan>"),
      hostdev("<vlan><tag id='5'/></vlan>"),
    );
  });
});

describe('vlan/misplaced-id', () => {
  test('as an attribute or as text, found once', () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <vlan id='5'/>
              ▔▔ error vlan/misplaced-id
      </interface>`);
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <vlan> 5 </vlan>
               ▔ error vlan/misplaced-id
      </interface>`);
  });

  test.each(["<vlan id='5'/>", "<vlan id='5' />", "<vlan id='5'></vlan>", '<vlan>5</vlan>'])(
    'the fix writes a tag for %s',
    vlan => {
      checkFix(
        `
        <interface type='bridge'>
          <source bridge='br0'/>
          ${vlan}
        </interface>`,
        `
        <interface type='bridge'>
          <source bridge='br0'/>
          <vlan>
            <tag id='5'/>
          </vlan>
        </interface>`,
      );
    },
  );
});

describe('vlan/linux-bridge', () => {
  const bridge = "<interface type='bridge'><source bridge='br0'/><vlan><tag id='5'/></vlan></interface>";

  test.each([
    ['10.10.0', ['vlan/linux-bridge']],
    ['11.0.0', []],
    [undefined, []],
  ])('for %s', (target, codes) => {
    expect(findFindings(bridge, target).map(({ code }) => code)).toEqual(codes);
  });

  test('Open vSwitch has them since long', () => {
    expect(findFindings(ovs("<vlan><tag id='5'/></vlan>"), '9.0.0')).toEqual([]);
  });
});
