import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../../support/findings.ts';

function leased(expiry: string, unit = 'minutes'): string {
  return `<network><name>lan</name><ip address='192.0.2.1' prefix='24'><dhcp>
    <host name='a' ip='192.0.2.5'><lease unit='${unit}' expiry='${expiry}'/></host></dhcp></ip></network>`;
}

/** The findings of a lease: severities and codes. */
function found(expiry: string, unit?: string): readonly string[] {
  return findFindings(leased(expiry, unit))
    .map(({ severity, code }) => `${severity} ${code}`)
    .toSorted();
}

describe('a lease with a leading zero is read as octal', () => {
  test.each([
    ['30', []],
    ['0', []],
    ['00', []],
    ['030', ['warning network/octal-number']],
    ['007', ['information network/octal-number']],
    ['08', ['error network/octal-number']],
    ['0x10', ['error value/not-a-number']],
  ])('%s', (expiry, findings) => expect(found(expiry)).toEqual(findings));

  test('before it is compared with the shortest one', () => {
    expect(found('0170', 'seconds')).toEqual(['warning network/octal-number']);
    expect(found('0160', 'seconds')).toEqual(['error dhcp/short-lease', 'warning network/octal-number']);
  });

  test('and mended in either way', () => {
    checkFix(leased('030'), leased('30'));
    checkFix(leased('030'), leased('24'), 'Write 24, as libvirt reads it');
  });
});

test('so is the prefix of an address of the host, and no other prefix', () => {
  checkFindings(`
    <interface type="ethernet" name="eth0">
      <protocol family="ipv6">
        <ip prefix="064" address="2001:db8::5"/>
                    ▔▔▔ warning network/octal-number
      </protocol>
      <protocol family="ipv4">
        <ip address="192.0.2.5" prefix="08"/>
                                        ▔▔ error network/octal-number
      </protocol>
    </interface>
  `);
  expect(findFindings("<network><name>lan</name><ip address='192.0.2.1' prefix='024'/></network>")).toEqual([]);
});
