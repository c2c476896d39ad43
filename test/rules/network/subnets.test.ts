import { describe, expect, test } from 'vitest';
import { checkFindings, findFindings } from '../../support/findings.ts';

/** The codes found in a network with this inside. */
function codesIn(inside: string): readonly string[] {
  return findFindings(`<network><name>lan</name>${inside}</network>`).map(({ code }) => code);
}

/** The severities of what is found there. */
function severitiesIn(inside: string): readonly string[] {
  return findFindings(`<network><name>lan</name>${inside}</network>`).map(({ severity }) => severity);
}

describe('a netmask with a gap', () => {
  test('is refused where something is checked against it, else it is a warning', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <ip address='192.168.100.1' netmask='255.0.255.0'>
                                             ▔▔▔▔▔▔▔▔▔▔▔ error network/bad-netmask
          <dhcp>
            <range start='192.168.100.2' end='192.168.100.9'/>
          </dhcp>
        </ip>
        <ip address='192.168.101.1' netmask='0.0.255.255'/>
                                             ▔▔▔▔▔▔▔▔▔▔▔ warning network/bad-netmask
        <route address='192.0.2.0' netmask='255.255.0.255' gateway='192.168.101.2'/>
                                            ▔▔▔▔▔▔▔▔▔▔▔▔▔ error network/bad-netmask
      </network>
    `);
    const fixed = "<ip address='10.0.0.1' netmask='255.0.255.0'><dhcp><host name='a' ip='10.0.0.2'/></dhcp></ip>";
    expect(findFindings(`<network><name>lan</name>${fixed}</network>`)).toMatchObject([{ severity: 'warning' }]);
  });

  test('has no gateway in its subnet', () => {
    const gap = "<ip address='10.0.0.1' netmask='255.0.255.0'/>";
    const route = "<route address='192.0.2.0' prefix='24' gateway='10.0.0.2'/>";
    expect(severitiesIn(gap + route)).toEqual(['error']);
    expect(severitiesIn(`${gap}<ip address='10.0.0.5' prefix='29'/>${route}`)).toEqual(['warning']);
  });

  test('is none at either end', () => {
    expect(codesIn("<ip address='10.0.0.1' netmask='255.255.255.255'/>")).toEqual([]);
    expect(codesIn("<ip address='10.0.0.1' netmask='128.0.0.0'/>")).toEqual([]);
  });

  test('is one mistake for IPv6', () => {
    expect(codesIn("<ip family='ipv6' address='2001:db8::1' netmask='255.0.255.0'/>")).toEqual([
      'network/ipv6-netmask',
    ]);
  });
});

test('a route of IPv6 has no netmask either', () => {
  const ip = "<ip family='ipv6' address='2001:db8::1' prefix='64'/>";
  const route = "family='ipv6' address='2001:db8:1::' prefix='64' gateway='2001:db8::2'";
  expect(codesIn(`${ip}<route ${route}/>`)).toEqual([]);
  expect(codesIn(`${ip}<route ${route} netmask='255.255.255.0'/>`)).toEqual(['network/ipv6-netmask']);
});

test('libvirt asks for the address of a route, which its schema does not', () => {
  const ip = "<ip address='192.0.2.1' prefix='24'/>";
  expect(codesIn(`${ip}<route prefix='16' gateway='192.0.2.2'/>`)).toEqual(['schema/missing-attribute']);
});

describe('localPtr', () => {
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
  ])('<ip %s> has a reverse domain: %s', (attributes, possible) => {
    expect(codesIn(`<ip ${attributes} localPtr='yes'/>`)).toEqual(possible ? [] : ['network/local-ptr-prefix']);
    expect(codesIn(`<ip ${attributes} localPtr='no'/>`)).toEqual([]);
    // Without a DNS server nothing is answered.
    expect(codesIn(`<dns enable='no'/><ip ${attributes} localPtr='yes'/>`)).toEqual([]);
  });
});

describe('what libvirt prints about a range', () => {
  test.each([
    [
      '192.168.101.2',
      '192.168.101.9',
      "address='192.168.100.1' prefix='24'",
      'is not entirely within network 192.168.100.1/24',
    ],
    ['192.0.3.2', '192.0.3.9', "address='192.0.2.1'", 'is not entirely within network 192.0.2.1/24'],
    ['192.168.100.9', '192.168.100.2', "address='192.168.100.1'", 'is reversed'],
    ['10.0.0.2', '10.1.0.1', "address='10.0.0.1' prefix='8'", 'is too large (> 65535)'],
    ['2001:db8::2', '2001:db8::1:2', "family='ipv6' address='2001:db8::1'", 'is too large (> 65535)'],
    [
      '2001:db9::2',
      '2001:db9::9',
      "family='ipv6' address='2001:db8::1'",
      'is not entirely within network 2001:db8::1/64',
    ],
  ])('%s to %s in <ip %s>: %s', (start, end, ip, message) => {
    const range = `<dhcp><range start='${start}' end='${end}'/></dhcp>`;
    const [finding] = findFindings(`<network><name>lan</name><ip ${ip}>${range}</ip></network>`);
    expect(finding?.libvirtMessage).toBe(`range ${start} - ${end} ${message}`);
  });
});
