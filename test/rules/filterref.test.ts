import { describe, expect, test } from 'vitest';
import { builtInFilters } from '../../server/src/schema/network/builtInFilters.ts';
import { checkFindings, checkFix, findFindings, testGenerator } from '../support/findings.ts';

const codesOf = (text: string) => findFindings(text).map(({ severity, code }) => `${severity} ${code}`);
const bridge = (filter: string) => `<interface type='bridge'>\n  <source bridge='br0'/>\n  ${filter}\n</interface>`;

const trusting = (model: string) =>
  `<interface trustGuestRxFilters='yes' type='direct'><source dev='eth0' mode='bridge'/>${model}</interface>`;

const parameter = (name: string, value: string) =>
  bridge(`<filterref filter='clean-traffic'><parameter name='${name}' value='${value}'/></filterref>`);

describe('filterref/missing-variable', () => {
  const needy = builtInFilters.filter(({ variables }) => variables).map(({ value }) => value);

  test('these built-in filters need one, the others do not', () => {
    expect(needy).toEqual(['clean-traffic-gateway', 'no-ipv6-spoofing', 'allow-dhcp-server', 'allow-dhcpv6-server']);
    for (const { value, variables } of builtInFilters) {
      const expected = variables ? ['error filterref/missing-variable'] : [];
      expect(codesOf(bridge(`<filterref filter='${value}'/>`))).toEqual(expected);
    }
  });

  test('a filter of one’s own may need anything', () => {
    expect(codesOf(bridge("<filterref filter='web-only'/>"))).toEqual([]);
  });

  test('another parameter does not help', () => {
    checkFindings(`
      <interface type="ethernet">
        <filterref filter="allow-dhcp-server">
                           ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ error filterref/missing-variable
          <parameter name="IP" value="192.0.2.10"/>
        </filterref>
      </interface>`);
  });

  test('types of which libvirt does not read the filter have that finding only', () => {
    const direct =
      "<interface type='direct'><source dev='eth0' mode='bridge'/><filterref filter='no-ipv6-spoofing'/></interface>";
    expect(codesOf(direct)).toEqual(['warning schema/no-effect']);
  });

  test('the parameter is added as the user writes', () => {
    const before =
      '<filterref filter="allow-dhcp-server">\n    <parameter name="IP" value="192.0.2.10"/>\n  </filterref>';
    checkFix(
      bridge(before),
      bridge(
        before.replace('"192.0.2.10"/>', '"192.0.2.10"/>\n    <parameter name="DHCPSERVER" value="192.168.122.1"/>'),
      ),
    );
  });
});

describe('filterref/bad-parameter', () => {
  test.each([
    ['IP', '10.0.0.1/24', 'IP', '10.0.0.1'],
    ['IP', ' 2001:db8::1/64 ', 'IP', '2001:db8::1'],
    ['$IP', '10.0.0.1', 'IP', '10.0.0.1'],
    ['MY-PORT', '80', 'MY_PORT', '80'],
  ])('%s = %s', (name, value, rightName, rightValue) => {
    expect(codesOf(parameter(name, value))).toEqual(['error filterref/bad-parameter']);
    checkFix(parameter(name, value), parameter(rightName, rightValue));
  });

  test('a list is left to the user', () => {
    const [finding] = findFindings(parameter('IP', '10.0.0.1,10.0.0.2'));
    expect(finding?.code).toBe('filterref/bad-parameter');
    expect(finding?.fixes?.(testGenerator)).toEqual([]);
  });
});

test('a name that is none is made one', () => {
  checkFix(bridge("<filterref filter='1st filter'/>"), bridge("<filterref filter='_1st-filter'/>"));
});

describe('script/empty', () => {
  test('either of them', () => {
    checkFindings(`
      <interface type='ethernet'>
        <script path=''/>
                ▔▔▔▔ error script/empty
        <downscript path=""/>
                    ▔▔▔▔ error script/empty
      </interface>`);
  });

  test('a container runs none', () => {
    const container =
      "<domain type='lxc'><name>n</name><devices><interface type='ethernet'><script path='/etc/up'/></interface></devices></domain>";
    expect(codesOf(container)).toEqual(['error schema/refused-later']);
    expect(codesOf(container.replace('lxc', 'kvm'))).toEqual([]);
  });
});

describe('trust/no-effect', () => {
  test.each([
    ["<model type='rtl8139'/>", true],
    ["<model type='VIRTIO'/>", false],
    ["<model type='virtio'/>", false],
    ['', false],
  ])('macvtap with %j: reported is %s', (model, reported) => {
    expect(codesOf(trusting(model)).includes('warning trust/no-effect')).toBe(reported);
  });

  test('a type without a device to follow, and no trust at all', () => {
    checkFindings(`
      <interface type='user' trustGuestRxFilters='yes'>
                             ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ warning trust/no-effect
        <model type='virtio'/>
      </interface>`);
    expect(codesOf("<interface type='user' trustGuestRxFilters='no'><model type='e1000'/></interface>")).toEqual([]);
  });
});
