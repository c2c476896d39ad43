import { describe, expect, test } from 'vitest';
import { applyFix, checkFix, findFindings, testGenerator } from '../../support/findings.ts';

const IPV4 = "address='10.20.0.1' prefix='16'";
const IPV6 = "family='ipv6' address='fd00::1' prefix='64'";

function served(inside: string, ip: string): string {
  return `<network><name>lan</name><ip ${ip}><dhcp>${inside}</dhcp></ip></network>`;
}

/** The titles of all fixes. */
function titlesOf(text: string): readonly string[] {
  return findFindings(text).flatMap(finding => finding.fixes?.(testGenerator).map(({ title }) => title) ?? []);
}

describe('an address that is missing is added as one that fits', () => {
  test.each([
    [IPV4, "<range end='10.20.0.9'/>", "<range end='10.20.0.9' start='10.20.0.2'/>"],
    [IPV4, "<range start='10.20.3.9'/>", "<range start='10.20.3.9' end='10.20.255.254'/>"],
    ["address='10.0.0.1' prefix='8'", "<range start='10.9.0.2'/>", "<range start='10.9.0.2' end='10.9.0.255'/>"],
    ["address='10.0.0.9' prefix='8'", "<range end='10.0.0.5'/>", "<range end='10.0.0.5' start='10.0.0.1'/>"],
    [IPV6, "<range start='fd00::100'/>", "<range start='fd00::100' end='fd00::1ff'/>"],
    [IPV4, "<host name='a'/>", "<host name='a' ip='10.20.0.2'/>"],
    [IPV6, "<host name='a'/>", "<host name='a' ip='fd00::2'/>"],
    [
      IPV4,
      "<host name='b' ip='10.20.0.2'/><host name='a'/>",
      "<host name='b' ip='10.20.0.2'/><host name='a' ip='10.20.0.3'/>",
    ],
  ])('in <ip %s>: %s', (ip, before, after) => {
    checkFix(served(before, ip), served(after, ip));
    expect(findFindings(served(after, ip)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a gateway, of the family of the route', () => {
    const ips = `<ip ${IPV6}/><ip ${IPV4}/>`;
    const network = (route: string) => `<network><name>lan</name>${ips}<route ${route}/></network>`;
    checkFix(
      network("address='192.0.2.0' prefix='24'"),
      network("address='192.0.2.0' prefix='24' gateway='10.20.0.2'"),
    );
    checkFix(
      network("family='ipv6' address='fd01::' prefix='64'"),
      network("family='ipv6' address='fd01::' prefix='64' gateway='fd00::2'"),
    );
  });

  test('that of the bridge, from what its DHCP gives out', () => {
    const range = "<range start='10.20.0.2' end='10.20.0.9'/>";
    checkFix(served(range, "netmask='255.255.0.0'"), served(range, "netmask='255.255.0.0' address='10.20.0.1'"));
    checkFix(
      served("<host name='a' ip='fd07::5'/>", "family='ipv6'"),
      served("<host name='a' ip='fd07::5'/>", "family='ipv6' address='fd07::4'"),
    );
    checkFix(served('', "family='ipv6' prefix='64'"), served('', "family='ipv6' prefix='64' address='fd00::1'"));
  });

  test('or as any other where nothing is known of the subnet', () => {
    const text = served("<host name='a'/>", "address='10.20.0.' prefix='16'");
    const fixes = findFindings(text).flatMap(finding => finding.fixes?.(testGenerator) ?? []);
    const add = fixes.find(({ title }) => title === 'Add ip');
    expect(applyFix(text, add)).toContain("<host name='a' ip='192.168.100.10'/>");
  });
});

describe('a fix makes no second mistake', () => {
  test('an id beside a MAC address', () => {
    checkFix(
      served("<host id='0:3:0:1:52:54:00:12:34:56' ip='10.20.0.5'/>", IPV4),
      served("<host id='0:3:0:1:52:54:00:12:34:56' ip='10.20.0.5' name='guest'/>", IPV4),
    );
  });

  test('a range that starts with the address of the bridge', () => {
    checkFix(
      served("<range start='192.0.2.1' end='192.0.2.9'/>", "address='10.20.0.1' prefix='24'"),
      served("<range start='10.20.0.2' end='10.20.0.9'/>", "address='10.20.0.1' prefix='24'"),
    );
  });

  test('a DUID made from what is no MAC address, a range that is too large in either order', () => {
    expect(titlesOf(served("<host mac='52:54' ip='fd00::5'/>", IPV6)).join()).not.toContain('DUID');
    const nat = "<forward mode='nat'><nat><address start='192.0.2.9' end='10.0.0.1'/></nat></forward>";
    expect(titlesOf(`<network><name>lan</name>${nat}<ip ${IPV4}/></network>`)).toEqual([]);
  });
});
