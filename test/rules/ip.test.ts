import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../support/findings.ts';

const ethernet = (inside: string) =>
  `<interface type='ethernet'>\n  <source>\n    ${inside}\n  </source>\n</interface>`;
const user = (inside: string, backend = '') => `<interface type='user'>\n  ${inside}\n  ${backend}\n</interface>`;
const vhostuser = (backend: string) =>
  `<interface type='vhostuser'>${backend}<model type='virtio'/><ip address='10.0.0.5'/></interface>`;
const codesOf = (text: string, target?: string) => findFindings(text, target).map(({ code }) => code);

describe('ip/wrong-family', () => {
  test('the address against the family written, on either side', () => {
    checkFindings(`
      <interface type="user">
        <!-- guest -->
        <ip family="ipv6" prefix="64" address="10.0.0.5"/>
                                               ▔▔▔▔▔▔▔▔ error ip/wrong-family
      </interface>`);
    expect(codesOf(ethernet("<ip address='::1' family='ipv4'/>"))).toEqual(['ip/wrong-family']);
  });

  test('the peer against the address', () => {
    expect(codesOf(ethernet("<ip address='10.0.0.5' peer='2001:db8::1'/>"))).toEqual(['ip/wrong-family']);
    expect(codesOf(ethernet("<ip address='10.0.0.5' peer='10.0.0.1'/>"))).toEqual([]);
  });

  test.each(["address='2001:db8::1'", "address='10.0.0.5'", "family='ipv6' address='::ffff:10.0.0.5'"])('%s', ip => {
    expect(codesOf(user(`<ip ${ip}/>`))).toEqual([]);
  });

  test('what is no address at all is reported as such', () => {
    expect(codesOf(user("<ip family='ipv4' address='gw'/>"))).toEqual(['value/bad-ip']);
  });

  test('the family can also go', () => {
    const before = user("<ip family='ipv4' address='2001:db8::1'/>");
    checkFix(before, before.replace(" family='ipv4'", ''), 'Remove family');
  });
});

describe('ip/prefix-too-long', () => {
  test.each([
    ["<ip address='10.0.0.5' prefix='33'/>", ['ip/prefix-too-long']],
    ["<ip family='ipv4' address='10.0.0.5' prefix='128'/>", ['ip/prefix-too-long']],
    ["<ip address='10.0.0.5' prefix='32'/>", []],
    ["<ip address='2001:db8::1' prefix='128'/>", []],
    ["<ip family='ipv6' address='2001:db8::1' prefix='129'/>", ['ip/prefix-too-long']],
    ["<route address='10.1.0.0' prefix='64' gateway='10.0.0.1'/>", ['ip/prefix-too-long']],
    ["<route family='ipv6' address='2001:db8::' prefix='64' gateway='2001:db8::1'/>", []],
  ])('%s', (inside, codes) => {
    expect(codesOf(ethernet(inside))).toEqual(codes);
  });

  test('on the route of a network', () => {
    checkFindings(`
      <network>
        <name>n</name>
        <ip address='192.168.50.1' netmask='255.255.255.0'/>
        <route address='10.1.0.0' prefix='64' gateway='192.168.50.2'/>
                                          ▔▔ error ip/prefix-too-long
      </network>`);
  });
});

describe('addresses in user space', () => {
  test.each([
    ["prefix='3'", ['ip/unsupported-prefix']],
    ["prefix='4'", []],
    ["prefix='27'", []],
    ["prefix='28'", ['ip/unsupported-prefix']],
    ["prefix='0'", []],
  ])('an IPv4 address with %s', (prefix, codes) => {
    expect(codesOf(user(`<ip address='10.0.0.5' ${prefix}/>`))).toEqual(codes);
    expect(codesOf(user(`<ip address='10.0.0.5' ${prefix}/>`, "<backend type='passt'/>"))).toEqual(codes);
    expect(codesOf(ethernet(`<ip address='10.0.0.5' ${prefix}/>`))).toEqual([]);
  });

  test('under another hypervisor none of it holds', () => {
    const device = "<interface type='user'><ip address='10.0.0.5' prefix='28' peer='10.0.0.1'/></interface>";
    const domain = (type: string) => `<domain type='${type}'><name>n</name><devices>${device}</devices></domain>`;
    expect(codesOf(domain('kvm'))).toEqual(['ip/unsupported-prefix', 'ip/unsupported-peer']);
    expect(codesOf(domain('vbox'))).toEqual([]);
  });

  test('one address of each family', () => {
    checkFindings(`
      <interface type='user'>
        <ip address='10.0.0.5'/>
        <ip address='2001:db8::5'/>
        <ip family='ipv6' address='2001:db8::6'/>
         ▔▔ error ip/repeated-family
      </interface>`);
  });

  test('vhost-user has addresses with passt only', () => {
    expect(codesOf(vhostuser("<backend type='passt'/>"))).toEqual([]);
    expect(codesOf(vhostuser("<source type='unix' path='/tmp/s' mode='client'/>"))).toEqual(['ip/needs-passt']);
  });
});

describe('ip/host-side', () => {
  test('each of them, at its name', () => {
    checkFindings(`
      <interface type='network'>
        <source network='default'>
          <ip address='10.0.0.5'/>
           ▔▔ error ip/host-side
          <route address='10.1.0.0' prefix='16' gateway='10.0.0.1'/>
           ▔▔▔▔▔ error ip/host-side
        </source>
      </interface>`);
  });

  test('a container gets the address on its own side', () => {
    checkFix(
      `
      <domain type='lxc'>
        <name>box</name>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'>
              <ip address='10.0.0.5' prefix='24'/>
            </source>
          </interface>
        </devices>
      </domain>`,
      `
      <domain type='lxc'>
        <name>box</name>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'>
            </source>
            <ip address='10.0.0.5' prefix='24'/>
          </interface>
        </devices>
      </domain>`,
      'Move <ip> out of <source>, to the side of the guest',
    );
  });
});

describe('ip/netmask', () => {
  test('becomes a prefix, or goes', () => {
    const before = user('<ip address="10.0.0.5" netmask="255.255.254.0"/>');
    checkFix(before, before.replace('netmask="255.255.254.0"', 'prefix="23"'));
    const both = user("<ip address='10.0.0.5' prefix='24' netmask='255.255.255.0'/>");
    checkFix(both, both.replace(" netmask='255.255.255.0'", ''));
  });
});

describe('routes', () => {
  test.each([
    ["address='10.1.0.7' prefix='16'", ['route/not-a-network']],
    ["address='10.1.0.7' netmask='255.255.0.0'", ['route/not-a-network']],
    ["address='10.1.0.7'", ['route/not-a-network']],
    ["address='10.1.0.7' prefix='32'", []],
    ["address='10.1.0.0' netmask='255.255.0.0'", []],
    ["address='0.0.0.0'", []],
    ["address='10.1.0.0' prefix='16' netmask='255.255.0.0'", ['route/netmask']],
    ["address='2001:db8:1::' prefix='64'", ['route/wrong-family']],
    ["address='10.1.0.0' prefix='16' metric='0'", ['route/zero-metric']],
  ])('%s', (attributes, codes) => {
    const gateway = attributes.includes(':') ? '2001:db8::1' : '10.0.0.1';
    const route = `<route ${attributes} gateway='${gateway}'/>`;
    expect(codesOf(ethernet(route))).toEqual(codes);
    const container = `<domain type='lxc'><name>n</name><devices><interface type='bridge'><source bridge='br0'/>${route}</interface></devices></domain>`;
    expect(codesOf(container)).toEqual(codes);
  });

  test('of a network', () => {
    checkFindings(`
      <network>
        <name>n</name>
        <ip address='192.168.50.1' netmask='255.255.255.0'/>
        <route gateway='192.168.50.2' prefix='24' address='10.1.0.7'/>
                                                           ▔▔▔▔▔▔▔▔ error route/not-a-network
      </network>`);
  });

  test('the destination is masked, or gets the prefix that it looks like', () => {
    const masked = ethernet("<route family='ipv6' address='2001:db8:1::7' prefix='64' gateway='2001:db8::1'/>");
    checkFix(masked, masked.replace('2001:db8:1::7', '2001:db8:1::'));
    const bare = ethernet("<route address='10.1.0.0' gateway='10.0.0.1'/>");
    checkFix(bare, bare.replace("'10.1.0.0'", "'10.1.0.0' prefix='16'"));
    checkFix(bare, bare.replace("'10.1.0.0'", "'10.1.0.0' prefix='32'"), "Set prefix='32'");
  });

  test('both addresses of the family that is said', () => {
    checkFindings(`
      <interface type='ethernet'>
        <source>
          <route family='ipv6' address='2001:db8:1::' prefix='64' gateway='10.0.0.1'/>
                                                                           ▔▔▔▔▔▔▔▔ error route/wrong-family
        </source>
      </interface>`);
  });
});
