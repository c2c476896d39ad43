import { describe, expect, test } from 'vitest';
import { formatIp, parseIp } from '../../../server/src/rules/network/ipNumber.ts';
import { checkFindings, checkFix, findFindings } from '../../support/findings.ts';

/** The codes found in a network with this inside. */
function codesIn(inside: string): readonly string[] {
  return findFindings(`<network><name>lan</name>${inside}</network>`).map(({ code }) => code);
}

describe('addresses as numbers', () => {
  test.each([
    ['0.0.0.0', 0n],
    ['192.168.1.2', 0xc0a80102n],
    ['::', 0n],
    ['::1', 1n],
    ['2001:db8::10', 0x20010db8000000000000000000000010n],
    ['::ffff:192.0.2.1', 0xffffc0000201n],
    ['1:2:3:4:5:6:7::', 0x00010002000300040005000600070000n],
  ])('%s is read, and written as it was', (text, value) => {
    const address = parseIp(text);
    expect(address?.value).toBe(value);
    expect(address && parseIp(formatIp(address))).toEqual(address);
  });

  test.each([
    ['2001:0DB8:0:0:0:0:0:10', '2001:db8::10'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
  ])('%s is written as %s', (text, short) => {
    const address = parseIp(text);
    expect(address && formatIp(address)).toBe(short);
  });

  test.each(['', '192.0.2', '192.0.2.256', '192.0.2.1/24', 'fe80::1%eth0', '1::2::3'])('%j is none', text => {
    expect(parseIp(text)).toBeUndefined();
  });
});

describe('the subnet of an address', () => {
  test('an IPv6 address needs its family', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <ip prefix="64" address="2001:db8:50::1"/>
                                 ▔▔▔▔▔▔▔▔▔▔▔▔▔▔ error network/family-mismatch
      </network>
    `);
    checkFix(
      '<network><name>lan</name><ip prefix="64" address="2001:db8:50::1"/></network>',
      '<network><name>lan</name><ip prefix="64" address="2001:db8:50::1" family="ipv6"/></network>',
    );
    expect(codesIn("<ip family='ipv6' address='192.0.2.1'/>")).toEqual(['network/family-mismatch']);
    expect(codesIn("<ip family='ipv6' address='::1'/><ip family='ipv4' address='192.0.2.1'/>")).toEqual([]);
  });

  test('a netmask for IPv6 becomes the prefix that it stands for', () => {
    checkFix(
      "<network><name>lan</name><ip family='ipv6' address='2001:db8::1' netmask='ffff:ffff:ffff:ff00::'/></network>",
      "<network><name>lan</name><ip family='ipv6' address='2001:db8::1' prefix='56'/></network>",
    );
    const route = "family='ipv6' address='2001:db8:1::' prefix='64' gateway='2001:db8::2'";
    const ip = "<ip family='ipv6' address='2001:db8::1' prefix='64'/>";
    expect(codesIn(`${ip}<route ${route}/>`)).toEqual([]);
    expect(codesIn(`${ip}<route ${route} netmask='255.255.255.0'/>`)).toEqual(['network/ipv6-netmask']);
  });

  test('prefix and netmask are not written together, in addresses and in routes', () => {
    expect(codesIn("<ip address='10.0.0.1' prefix='8' netmask='255.0.0.0'/>")).toEqual(['network/prefix-and-netmask']);
    expect(
      codesIn(
        "<ip address='10.0.0.1' prefix='8'/><route address='192.0.2.0' prefix='24' netmask='255.255.255.0' gateway='10.0.0.2'/>",
      ),
    ).toEqual(['network/prefix-and-netmask']);
  });

  test('IPv4 has 32 bits', () => {
    expect(codesIn("<ip address='10.0.0.1' prefix='32'/>")).toEqual([]);
    expect(codesIn("<ip address='10.0.0.1' prefix='33'/>")).toEqual(['network/long-prefix']);
    expect(codesIn("<ip family='ipv6' address='::1' prefix='33'/>")).toEqual([]);
    expect(codesIn("<ip address='10.0.0.1' prefix='129'/>")).toEqual(['value/out-of-range']);
  });

  test('a netmask with a gap is a warning where nothing has to be checked against it', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <ip address='192.168.100.1' netmask='255.0.255.0'>
                                             ▔▔▔▔▔▔▔▔▔▔▔ error network/bad-netmask
          <dhcp>
            <range start='192.168.100.2' end='192.168.100.9'/>
          </dhcp>
        </ip>
        <ip address='192.168.101.1' netmask='0.0.255.255'>
                                             ▔▔▔▔▔▔▔▔▔▔▔ warning network/bad-netmask
          <dhcp>
            <host mac='52:54:00:12:34:56' ip='192.168.101.2'/>
          </dhcp>
        </ip>
        <route address='192.0.2.0' netmask='255.255.0.255' gateway='192.168.101.2'/>
                                            ▔▔▔▔▔▔▔▔▔▔▔▔▔ error network/bad-netmask
      </network>
    `);
    expect(codesIn("<ip address='10.0.0.1' netmask='255.255.254.0'/>")).toEqual([]);
    expect(codesIn("<ip address='10.0.0.1' netmask='255.255.255.255'/>")).toEqual([]);
  });

  test.each([
    ["address='10.0.0.1' prefix='16'", true],
    ["address='10.0.0.1' netmask='255.255.255.0'", true],
    ["address='192.0.2.1'", true],
    ["address='10.0.0.1' prefix='20'", false],
    ["address='10.0.0.1' prefix='32'", false],
    ["address='10.0.0.1' netmask='255.255.255.240'", false],
    ["family='ipv6' address='2001:db8::1' prefix='52'", true],
    ["family='ipv6' address='2001:db8::1'", true],
    ["family='ipv6' address='2001:db8::1' prefix='61'", false],
    ["family='ipv6' address='2001:db8::1' prefix='128'", false],
  ])('localPtr with <ip %s> can be: %s', (attributes, possible) => {
    expect(codesIn(`<ip ${attributes} localPtr='yes'/>`)).toEqual(possible ? [] : ['network/local-ptr-prefix']);
    expect(codesIn(`<ip ${attributes} localPtr='no'/>`)).toEqual([]);
    // Without a DNS server nothing is answered.
    expect(codesIn(`<dns enable='no'/><ip ${attributes} localPtr='yes'/>`)).toEqual([]);
  });
});

describe('services of an address', () => {
  test('booting over the network is for IPv4', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <ip family='ipv6' address='2001:db8::1' prefix='64'>
          <tftp root='/srv/tftp'/>
           ▔▔▔▔ error schema/refused-later
          <dhcp>
            <bootp file='pxelinux.0'/>
             ▔▔▔▔▔ warning schema/no-effect
          </dhcp>
        </ip>
        <ip address='192.0.2.1' prefix='24'>
          <tftp root='/srv/tftp'/>
          <dhcp>
            <bootp file='pxelinux.0' server='192.0.2.5'/>
          </dhcp>
        </ip>
      </network>
    `);
  });

  test('libvirt looks up no name of a boot server', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <ip address='192.0.2.1' prefix='24'>
          <dhcp>
            <bootp file='pxelinux.0' server='boot.example.com'/>
                                             ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ error value/bad-ip
          </dhcp>
        </ip>
      </network>
    `);
  });
});

describe('routes', () => {
  const ips = "<ip address='192.0.2.1' prefix='24'/><ip family='ipv6' address='2001:db8::1' prefix='64'/>";

  test('the gateway is in a subnet of the network', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <route address='10.1.0.0' prefix='16' gateway='192.0.3.2'/>
                                                       ▔▔▔▔▔▔▔▔▔ error network/unreachable-gateway
        <ip address='192.0.2.1' prefix='24'/>
      </network>
    `);
    expect(codesIn(`${ips}<route address='10.1.0.0' prefix='16' gateway='192.0.2.2'/>`)).toEqual([]);
    expect(codesIn(`${ips}<route family='ipv6' address='2001:db8:9::' prefix='48' gateway='2001:db8::2'/>`)).toEqual(
      [],
    );
    expect(codesIn(`${ips}<route family='ipv6' address='2001:db8:9::' prefix='48' gateway='2001:db8:1::2'/>`)).toEqual([
      'network/unreachable-gateway',
    ]);
    expect(codesIn("<route address='10.1.0.0' prefix='16' gateway='192.0.2.2'/>")).toEqual([
      'network/unreachable-gateway',
    ]);
  });

  test('nothing is said of the gateway while a subnet is being written', () => {
    expect(
      codesIn("<ip address='192.0.' prefix='24'/><route address='10.1.0.0' prefix='16' gateway='192.0.2.2'/>"),
    ).toEqual(['value/bad-ip']);
  });

  test('libvirt asks for the address, which its schema does not', () => {
    expect(codesIn(`${ips}<route prefix='16' gateway='192.0.2.2'/>`)).toEqual(['schema/missing-attribute']);
  });
});
