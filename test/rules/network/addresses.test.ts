import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../../support/findings.ts';

/** A network with these lines between its name and its end. */
function networkWith(lines: string): string {
  return `
      <network>
        <name>lan</name>
        ${lines.trim()}
      </network>`;
}

const ipv4 = "address='192.168.50.1' prefix='24'";
const ipv6 = "family='ipv6' address='fd00::1' prefix='64'";

/** A network with one range in a subnet. */
function ranged(ip: string, range: string): string {
  return networkWith(`<ip ${ip}><dhcp><range ${range}/></dhcp></ip>`);
}

/** A network with these lines for DHCP. */
function hosted(ip: string, hosts: string): string {
  return networkWith(`<ip ${ip}>
          <dhcp>
            ${hosts.trim()}
          </dhcp>
        </ip>`);
}

function leased(lease: string): string {
  return hosted(ipv4, `<range start='192.168.50.2' end='192.168.50.9'><lease ${lease}/></range>`);
}

describe('the addresses of a network', () => {
  test('all ways to write the size of a subnet', () => {
    checkFindings(
      networkWith(`
        <ip address='192.168.100.1'/>
        <ip address='192.168.101.1' netmask='255.255.255.0'/>
        <ip address='192.168.102.1' prefix='24'/>
        <ip family='ipv4' address='10.0.0.1' prefix='24' localPtr='yes'/>
        <ip family='ipv6' address='2001:db8::1'/>
        <ip family='ipv6' address='2001:db8:1::1' prefix='64'/>`),
    );
  });

  test('network/family-mismatch: the fix writes the family behind the address, or takes it away', () => {
    checkFix(
      networkWith(`<ip address='fd00::1' prefix='64'/>`),
      networkWith(`<ip address='fd00::1' family='ipv6' prefix='64'/>`),
    );
    checkFix(networkWith(`<ip family='ipv6' address='10.0.0.1'/>`), networkWith(`<ip address='10.0.0.1'/>`));
    checkFix(
      networkWith(`<ip family='ipv4' address='fd00::1'/>`),
      networkWith(`<ip family='ipv6' address='fd00::1'/>`),
    );
  });

  test('network/ipv6-netmask: the mask becomes its prefix', () => {
    checkFix(
      networkWith(`<ip family='ipv6' address='fd00::1' netmask='ffff:ffff:ffff::'/>`),
      networkWith(`<ip family='ipv6' address='fd00::1' prefix='48'/>`),
    );
    checkFindings(
      networkWith(`
        <ip family='ipv6' address='fd00::1' prefix='64' netmask='255.255.255.0'/>
                                                                 ▔▔▔▔▔▔▔▔▔▔▔▔▔ error network/ipv6-netmask`),
    );
  });

  test('network/prefix-and-netmask: for addresses and routes', () => {
    checkFindings(
      networkWith(`
        <ip address='10.0.0.1' prefix='8' netmask='255.0.0.0'/>
                                          ▔▔▔▔▔▔▔ error network/prefix-and-netmask
        <route address='172.16.0.0' netmask='255.240.0.0' prefix='12' gateway='10.0.0.2'/>
                                    ▔▔▔▔▔▔▔ error network/prefix-and-netmask`),
    );
  });

  test('network/long-prefix: 33 to 128 for IPv4, above that it is out of range for both', () => {
    checkFindings(
      networkWith(`
        <ip address='10.0.0.1' prefix='33'/>
                                       ▔▔ error network/long-prefix
        <ip address='10.1.0.1' prefix='128'/>
                                       ▔▔▔ error network/long-prefix
        <ip address='10.2.0.1' prefix='129'/>
                                       ▔▔▔ error value/out-of-range
        <ip family='ipv6' address='fd00::1' prefix='128'/>`),
    );
  });

  test('network/bad-netmask: ones behind zeros', () => {
    checkFindings(
      networkWith(`
        <ip address='10.0.0.1' netmask='255.255.0.255'/>
                                        ▔▔▔▔▔▔▔▔▔▔▔▔▔ warning network/bad-netmask
        <ip address='10.1.0.1' netmask='255.255.128.0'/>`),
    );
  });

  test('network/unreachable-gateway: any subnet of the network will do', () => {
    checkFindings(
      networkWith(`
        <route family='ipv6' address='2001:db8:5::' prefix='64' gateway='fd00::2'/>
        <route address='172.16.0.0' prefix='12' gateway='10.0.1.2'/>
        <route address='172.32.0.0' prefix='12' gateway='10.0.2.2'/>
                                                         ▔▔▔▔▔▔▔▔ error network/unreachable-gateway
        <ip address='10.0.0.1' prefix='24'/>
        <ip family='ipv6' address='fd00::1'/>
        <ip address='10.0.1.1' netmask='255.255.255.0'/>`),
    );
  });

  test('nothing is said about a gateway while a subnet cannot be read', () => {
    checkFindings(
      networkWith(`
        <ip address='10.0.0.' prefix='24'/>
                     ▔▔▔▔▔▔▔ error value/bad-ip
        <route address='172.16.0.0' prefix='12' gateway='10.0.0.2'/>`),
    );
  });
});

describe('dhcp/bad-range', () => {
  test.each([
    ["address='192.168.50.1' netmask='255.255.255.0'", "start='192.168.50.2' end='192.168.50.254'"],
    ["address='192.168.50.1' prefix='25'", "start='192.168.50.2' end='192.168.50.126'"],
    ["address='10.20.0.1' prefix='16'", "start='10.20.0.2' end='10.20.255.254'"],
    ["address='10.0.0.1'", "start='10.200.0.2' end='10.200.9.9'"],
    ["family='ipv6' address='fd00::1' prefix='64'", "start='fd00::100' end='fd00::1ff'"],
    ["family='ipv6' address='fd00::1' prefix='64'", "start='fd00::1000' end='FD00:0:0::ffff'"],
  ])('%s has %s', (ip, range) => {
    checkFindings(ranged(ip, range));
  });

  test.each([
    [
      "address='192.168.50.1' prefix='24'",
      "start='192.168.51.2' end='192.168.51.9'",
      "start='192.168.50.2' end='192.168.50.9'",
    ],
    [
      "address='192.168.50.1' prefix='24'",
      "start='192.168.50.9' end='192.168.50.2'",
      "start='192.168.50.2' end='192.168.50.9'",
    ],
    [
      "address='192.168.50.1' prefix='24'",
      "start='192.168.50.9' end='192.168.50.255'",
      "start='192.168.50.9' end='192.168.50.254'",
    ],
    [
      "address='192.168.50.9' prefix='29'",
      "start='192.168.50.17' end='192.168.50.20'",
      "start='192.168.50.10' end='192.168.50.12'",
    ],
    ["family='ipv6' address='fd00::1' prefix='64'", "start='fd01::5' end='fd01::9'", "start='fd00::5' end='fd00::9'"],
  ])('%s: %s becomes %s', (ip, before, after) => {
    checkFix(ranged(ip, before), ranged(ip, after));
  });

  test('of two mistakes libvirt says the first', () => {
    const range = "start='192.168.50.0' end='192.168.50.255'";
    checkFindings(mark(ranged("address='192.168.50.1' prefix='24'", range), '192.168.50.0', 'dhcp/bad-range'));
  });

  test('a range across a border of 16 bits is too large, which only the user can mend', () => {
    checkFindings(
      mark(
        ranged("address='10.0.0.1' prefix='8'", "start='10.0.255.250' end='10.1.0.5'"),
        '10.1.0.5',
        'dhcp/bad-range',
      ),
    );
  });

  test('nothing is said while an address is being typed', () => {
    checkFindings(
      mark(
        ranged("address='192.168.50.1' prefix='24'", "start='192.168.5' end='192.168.50.9'"),
        '192.168.5',
        'value/bad-ip',
      ),
    );
  });
});

describe('who gets which address', () => {
  test('each way to tell a guest', () => {
    checkFindings(
      hosted(
        ipv4,
        `
            <host mac='52:54:00:01:02:03' name='a' ip='192.168.50.5'/>
            <host mac='52:54:00:01:02:04' ip='192.168.50.6'><lease expiry='0'/></host>
            <host name='9lives' ip='192.168.50.7'/>`,
      ),
    );
    checkFindings(
      hosted(
        ipv6,
        `
            <host id='0:4:7e:7d:f0:7d:a8:bc:c5:d2:13:32:11:ed:16:ea:84:63' ip='fd00::5'/>
            <host name='b' ip='fd00::6'/>`,
      ),
    );
  });

  test('dhcp/missing-identity: told by the family', () => {
    checkFix(
      hosted(ipv4, "<host ip='192.168.50.5'/>"),
      hosted(ipv4, "<host ip='192.168.50.5' mac='52:54:00:12:34:56'/>"),
    );
    checkFix(hosted(ipv6, "<host ip='fd00::5'/>"), hosted(ipv6, "<host ip='fd00::5' name='guest'/>"));
    checkFindings(
      hosted(
        ipv4,
        `
            <host id='0:3:0:1:52:54:00:01:02:03' ip='192.168.50.5'/>
             ▔▔▔▔ error dhcp/missing-identity`,
      ),
    );
  });

  test('dhcp/mac-for-ipv6: becomes a DUID, or goes where there is a name', () => {
    checkFix(
      hosted(ipv6, "<host mac='52:54:00:01:02:03' ip='fd00::5'/>"),
      hosted(ipv6, "<host id='0:3:0:1:52:54:00:01:02:03' ip='fd00::5'/>"),
    );
    checkFix(
      hosted(ipv6, "<host name='a' mac='52:54:00:01:02:03' ip='fd00::5'/>"),
      hosted(ipv6, "<host name='a' ip='fd00::5'/>"),
    );
  });

  test('dhcp/bad-host-name, dhcp/host-outside-subnet', () => {
    checkFindings(
      hosted(
        ipv4,
        `
            <host mac='52:54:00:01:02:03' name='.a' ip='192.168.51.5'/>
                                                ▔▔ error dhcp/bad-host-name
                                                        ▔▔▔▔▔▔▔▔▔▔▔▔ warning dhcp/host-outside-subnet`,
      ),
    );
  });

  test('dhcp/duplicate-host: one finding for each further host', () => {
    checkFindings(
      hosted(
        ipv4,
        `
            <host mac='52:54:00:0A:02:03' ip='192.168.50.5' name='a'/>
            <host ip='192.168.50.5' name='a' mac="52:54:00:0a:02:03"/>
                                                  ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ warning dhcp/duplicate-host
            <host mac='52:54:00:01:02:05' ip='192.168.50.5'/>
                                              ▔▔▔▔▔▔▔▔▔▔▔▔ warning dhcp/duplicate-host`,
      ),
    );
  });

  test.each([
    ["expiry='119' unit='seconds'", "expiry='120' unit='seconds'"],
    ["unit='minutes' expiry='1'", "unit='minutes' expiry='2'"],
    ["expiry='1'", "expiry='2'"],
  ])('dhcp/short-lease: %s becomes %s', (before, after) => {
    checkFix(leased(before), leased(after));
    checkFindings(leased(after));
    checkFindings(leased("expiry='1' unit='hours'"));
    checkFindings(leased("expiry='0' unit='seconds'"));
  });

  test('dhcp/several-sections: one for each family, and an empty one does not count', () => {
    checkFindings(
      networkWith(`
        <ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.2' end='10.0.0.9'/></dhcp></ip>
        <ip address='10.0.1.1' prefix='24'><dhcp/></ip>
        <ip family='ipv6' address='fd00::1'><dhcp><range start='fd00::2' end='fd00::9'/></dhcp></ip>
        <ip address='10.0.2.1' prefix='24'><dhcp><host name='a' ip='10.0.2.2'/></dhcp></ip>
                                            ▔▔▔▔ error dhcp/several-sections`),
    );
  });

  test('dhcp/own-address: inside the range it is told, without a fix', () => {
    checkFindings(
      networkWith(`
        <ip address='10.0.0.5' prefix='24'>
          <dhcp>
            <range start='10.0.0.2' end='10.0.0.9'/>
                          ▔▔▔▔▔▔▔▔ hint dhcp/own-address
          </dhcp>
        </ip>`),
    );
  });

  test('booting over the network is for IPv4', () => {
    checkFindings(
      networkWith(`
        <ip family='ipv6' address='fd00::1'>
          <tftp root='/srv/tftp'/>
           ▔▔▔▔ error schema/refused-later
          <dhcp>
            <bootp file='pxelinux.0'/>
             ▔▔▔▔▔ warning schema/no-effect
          </dhcp>
        </ip>
        <ip address='10.0.0.1' prefix='24'>
          <tftp root='/srv/tftp'/>
          <dhcp>
            <bootp file='pxelinux.0' server='10.0.0.1'/>
          </dhcp>
        </ip>`),
    );
  });
});

describe('DNS', () => {
  test('dns/empty-forwarder: either attribute is enough', () => {
    checkFindings(
      networkWith(`
        <dns forwardPlainNames='no'>
          <forwarder addr='192.0.2.53'/>
          <forwarder domain='example.com'/>
          <forwarder port='53'/>
           ▔▔▔▔▔▔▔▔▔ error dns/empty-forwarder
        </dns>`),
    );
  });

  test('dns/service-without-target: the details are named together', () => {
    checkFix(
      networkWith(`<dns><srv service='ldap' protocol='tcp' port='389' weight='1'/></dns>`),
      networkWith(`<dns><srv service='ldap' protocol='tcp'/></dns>`),
      'Remove port, weight',
    );
    checkFindings(
      networkWith(`
        <dns>
          <srv service='ldap' protocol='tcp' priority='1' weight='1'/>
                                             ▔▔▔▔▔▔▔▔ error dns/service-without-target
          <srv service='ldap' protocol='tcp'/>
          <srv service='ldap' protocol='tcp' domain='example.com' target='.' port='389' priority='1' weight='1'/>
        </dns>`),
    );
  });

  test('what a switched-off server has is refused, one by one', () => {
    checkFindings(
      networkWith(`
        <dns enable='no'>
          <txt name='a' value='b'/>
           ▔▔▔ error schema/refused-later
          <forwarder addr='192.0.2.53'/>
           ▔▔▔▔▔▔▔▔▔ error schema/refused-later
        </dns>`),
    );
  });
});

/** Draws a line under the first occurrence of a text, which stands on a line of its own end. */
function mark(document: string, text: string, label: string): string {
  return document
    .split('\n')
    .flatMap(line => {
      const at = line.indexOf(`'${text}'`);
      return at < 0 ? [line] : [line, `${' '.repeat(at + 1)}${'▔'.repeat(text.length)} error ${label}`];
    })
    .join('\n');
}
