import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../../support/findings.ts';

const IPV4 = "address='192.168.100.1' netmask='255.255.255.0'";
const IPV6 = "family='ipv6' address='2001:db8:50::1' prefix='64'";

function network(inside: string, ip = IPV4): string {
  return `<network><name>lan</name><ip ${ip}><dhcp>${inside}</dhcp></ip></network>`;
}

/** The codes found in the `<dhcp>` of an address. */
function codesIn(inside: string, ip = IPV4): readonly string[] {
  return findFindings(network(inside, ip)).map(({ code }) => code);
}

/** What libvirt itself prints about a range. */
function messageAbout(start: string, end: string, ip = IPV4): string | undefined {
  const [finding] = findFindings(network(`<range start='${start}' end='${end}'/>`, ip));
  return finding?.libvirtMessage;
}

describe('ranges', () => {
  test.each([
    ['192.168.100.2', '192.168.100.254', IPV4],
    ['192.168.100.9', '192.168.100.9', IPV4],
    ['10.0.0.2', '10.0.255.254', "address='10.0.0.1' prefix='8'"],
    ['10.0.0.2', '10.0.0.9', "address='10.0.0.1'"],
    ['172.16.0.2', '172.16.255.254', "address='172.16.0.1'"],
    ['192.0.2.2', '192.0.2.254', "address='192.0.2.1'"],
    ['2001:db8:50::', '2001:db8:50::ffff', "family='ipv6' address='2001:db8:50::ffff:1' prefix='64'"],
    ['2001:db8:50::2:0', '2001:db8:50::2:9', "family='ipv6' address='2001:db8:50::1'"],
  ])('%s to %s fits <ip %s>', (start, end, ip) => {
    expect(codesIn(`<range start='${start}' end='${end}'/>`, ip)).toEqual([]);
  });

  test.each([
    ['192.168.101.2', '192.168.101.9', IPV4, 'is not entirely within network 192.168.100.1/24'],
    ['192.168.100.2', '192.168.101.9', IPV4, 'is not entirely within network 192.168.100.1/24'],
    ['192.0.3.2', '192.0.3.9', "address='192.0.2.1'", 'is not entirely within network 192.0.2.1/24'],
    ['192.168.100.9', '192.168.100.2', IPV4, 'is reversed'],
    ['10.0.0.2', '10.1.0.1', "address='10.0.0.1' prefix='8'", 'is too large (> 65535)'],
    ['2001:db8:50::2', '2001:db8:50::1:2', IPV6, 'is too large (> 65535)'],
    ['2001:db8:51::2', '2001:db8:51::9', IPV6, 'is not entirely within network 2001:db8:50::1/64'],
  ])('%s to %s in <ip %s>: %s', (start, end, ip, message) => {
    expect(messageAbout(start, end, ip)).toBe(`range ${start} - ${end} ${message}`);
  });

  test('the ends of the subnet are taken', () => {
    expect(messageAbout('192.168.100.0', '192.168.100.9')).toBe(
      'start of range 192.168.100.0 - 192.168.100.9 in network 192.168.100.1/24 is the network address',
    );
    expect(messageAbout('192.168.100.2', '192.168.100.255')).toBe(
      'end of range 192.168.100.2 - 192.168.100.255 in network 192.168.100.1/24 is the broadcast address',
    );
    checkFix(
      network("<range start='192.168.100.2' end='192.168.100.255'/>"),
      network("<range start='192.168.100.2' end='192.168.100.254'/>"),
    );
  });

  test('the end that is wrong is marked, whatever stands in between', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <ip netmask="255.255.255.0" address="192.168.100.1">
          <dhcp>
            <!-- the pool -->
            <range end="192.168.100.99" start="192.168.99.2"/>
                                               ▔▔▔▔▔▔▔▔▔▔▔▔ error dhcp/bad-range
            <range start="192.168.100.200" end="192.168.101.9"/>
                                                ▔▔▔▔▔▔▔▔▔▔▔▔▔ error dhcp/bad-range
          </dhcp>
        </ip>
      </network>
    `);
  });

  test('a range of another subnet moves with its host numbers; a reversed one is swapped', () => {
    checkFix(
      network('<range start="192.168.1.100" end="192.168.1.199"/>'),
      network('<range start="192.168.100.100" end="192.168.100.199"/>'),
    );
    checkFix(
      network("<range start='192.168.100.9' end='192.168.100.2'/>"),
      network("<range start='192.168.100.2' end='192.168.100.9'/>"),
    );
  });

  test('nothing is said while the subnet or an end is being written', () => {
    expect(codesIn("<range start='10.0.0.2' end='10.0.0.9'/>", "address='192.168.100.' prefix='24'")).toEqual([
      'value/bad-ip',
    ]);
    expect(codesIn("<range start='10.0.0.2' end='10.0.0.'/>")).toEqual(['value/bad-ip']);
    expect(codesIn("<range start='10.0.0.2'/>")).toEqual(['schema/missing-attribute']);
  });

  test('the address of the bridge is pointed out in a range that fits', () => {
    checkFix(
      network("<range start='192.168.100.1' end='192.168.100.9'/>"),
      network("<range start='192.168.100.2' end='192.168.100.9'/>"),
    );
    expect(codesIn("<range start='192.168.100.1' end='192.168.100.0'/>")).toEqual(['dhcp/bad-range']);
  });
});

describe('leases', () => {
  test.each([
    ["expiry='119' unit='seconds'", true],
    ["expiry='120' unit='seconds'", false],
    ["expiry='1'", true],
    ["expiry='2'", false],
    ["expiry='1' unit='minutes'", true],
    ["expiry='1' unit='hours'", false],
    ["expiry='0' unit='seconds'", false],
  ])('<lease %s> is too short: %s', (attributes, short) => {
    const expected = short ? ['dhcp/short-lease'] : [];
    expect(codesIn(`<range start='192.168.100.2' end='192.168.100.9'><lease ${attributes}/></range>`)).toEqual(
      expected,
    );
    expect(codesIn(`<host name='a' ip='192.168.100.2'><lease ${attributes}/></host>`)).toEqual(expected);
  });
});

describe('fixed addresses', () => {
  test.each([
    ["mac='52:54:00:12:34:56' ip='192.168.100.5'", IPV4, []],
    ["name='web' ip='192.168.100.5'", IPV4, []],
    ["ip='192.168.100.5'", IPV4, ['dhcp/unidentified-host']],
    ["id='0:3:0:1:52:54:00:12:34:56' ip='192.168.100.5'", IPV4, ['dhcp/unidentified-host']],
    ["mac='52:54:00:12:34:56' name='web'", IPV4, ['schema/missing-attribute']],
    ["mac='52:54:00:12:34:56' id='0:3:0:1:52:54:00:12:34:56' ip='192.168.100.5'", IPV4, ['dhcp/mac-and-id']],
    ["name='-web' ip='192.168.100.5'", IPV4, ['dhcp/bad-host-name']],
    ["name='1.web' ip='192.168.100.5'", IPV4, []],
    ["name='web' ip='192.168.101.5'", IPV4, ['dhcp/host-outside-subnet']],
    ["id='0:3:0:1:52:54:00:12:34:56' ip='2001:db8:50::5'", IPV6, []],
    ["name='web' ip='2001:db8:50::5'", IPV6, []],
    ["ip='2001:db8:50::5'", IPV6, ['dhcp/unidentified-host']],
    ["mac='52:54:00:12:34:56' ip='2001:db8:50::5'", IPV6, ['dhcp/mac-for-ipv6']],
    ["name='web' ip='192.168.100.5'", IPV6, ['dhcp/host-outside-subnet']],
  ])('<host %s> in <ip %s>', (attributes, ip, codes) => {
    expect(codesIn(`<host ${attributes}/>`, ip)).toEqual(codes);
  });

  test('a MAC address for IPv6 becomes the DUID that is made of it, unless the guest is named', () => {
    checkFix(
      network("<host mac='52:54:00:12:34:56' ip='2001:db8:50::5'/>", IPV6),
      network("<host id='0:3:0:1:52:54:00:12:34:56' ip='2001:db8:50::5'/>", IPV6),
    );
    checkFix(
      network("<host mac='52:54:00:12:34:56' name='web' ip='2001:db8:50::5'/>", IPV6),
      network("<host name='web' ip='2001:db8:50::5'/>", IPV6),
    );
  });

  test('two of them share nothing', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <ip address='192.168.100.1' prefix='24'>
          <dhcp>
            <host mac='52:54:00:12:34:56' name='a' ip='192.168.100.5'/>
            <host mac='52:54:00:12:34:57' name='A' ip='192.168.100.6'/>
                                                ▔ warning dhcp/duplicate-host
            <host name='b' ip='192.168.100.5' mac='52:54:00:12:34:58'/>
                               ▔▔▔▔▔▔▔▔▔▔▔▔▔ warning dhcp/duplicate-host
            <host ip='192.168.100.7' mac='52:54:00:12:34:56'/>
                                          ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ warning dhcp/duplicate-host
          </dhcp>
        </ip>
      </network>
    `);
  });
});

describe('several sections', () => {
  const range4 = (third: number) => `<range start='192.168.${third}.2' end='192.168.${third}.9'/>`;
  const section = (third: number, inside: string) =>
    `<ip address='192.168.${third}.1' prefix='24'><dhcp>${inside}</dhcp></ip>`;
  const ipv6 = `<ip ${IPV6}><dhcp><range start='2001:db8:50::2' end='2001:db8:50::9'/></dhcp></ip>`;
  const codes = (inside: string) =>
    findFindings(`<network><name>lan</name>${inside}</network>`).map(({ code }) => code);

  test('one address of each family has one', () => {
    expect(codes(section(1, range4(1)) + ipv6)).toEqual([]);
    expect(codes(section(1, range4(1)) + section(2, ''))).toEqual([]);
    expect(codes(section(1, range4(1)) + ipv6 + section(2, range4(2)))).toEqual(['dhcp/several-sections']);
  });

  test('any number of ranges goes into one', () => {
    const second = "<range start='192.168.1.20' end='192.168.1.29'/>";
    expect(codes(section(1, range4(1) + second))).toEqual([]);
  });
});
