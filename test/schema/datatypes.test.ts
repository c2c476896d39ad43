import { describe, expect, test } from 'vitest';
import { deviceName } from '../../server/src/schema/datatypes/characters.ts';
import type { Datatype } from '../../server/src/schema/datatypes/datatype.ts';
import { enumeration } from '../../server/src/schema/datatypes/enumeration.ts';
import { uint8, uint24 } from '../../server/src/schema/datatypes/hexOrDecimal.ts';
import { integer, unsignedInt } from '../../server/src/schema/datatypes/integer.ts';
import { ipAddress, ipv4Address, ipv6Address } from '../../server/src/schema/datatypes/ipAddress.ts';
import { anyMac, unicastMac } from '../../server/src/schema/datatypes/macAddress.ts';
import { onOff } from '../../server/src/schema/datatypes/onOff.ts';
import { absolutePath } from '../../server/src/schema/datatypes/path.ts';
import { pciBus, pciDomain, pciFunction, pciSlot } from '../../server/src/schema/datatypes/pciPart.ts';
import { profileId } from '../../server/src/schema/datatypes/profileId.ts';
import { editDistance, findSimilar, rankBySimilarity } from '../../server/src/schema/datatypes/similarity.ts';
import { uuid } from '../../server/src/schema/datatypes/uuid.ts';
import { yesNo } from '../../server/src/schema/datatypes/yesNo.ts';
import { macvtapMode } from '../../server/src/schema/domain/devices/interface/directSource.ts';
import { interfaceType } from '../../server/src/schema/domain/devices/interface/interfaceType.ts';

/** Checks a value: `ok`, or the code, with ` -> ` and the first replacement, and `!` behind it when that is confident. */
function checkValue(type: Datatype, value: string, expected: string): void {
  const problem = type.check(value);
  const replacement = problem?.replacements?.[0];
  const told = [problem?.code, ...(replacement === undefined ? [] : [replacement])].join(' -> ');
  expect(problem ? told + (problem.confident ? '!' : '') : 'ok').toBe(expected);
}

function checkMessage(type: Datatype, value: string, message: string): void {
  expect(type.check(value)?.message).toBe(message);
}

describe('words', () => {
  const mode = macvtapMode.type;
  test.each([
    ['bridge', 'ok'],
    ['Bridge', 'value/not-allowed -> bridge!'],
    [' bridge ', 'value/not-allowed -> bridge!'],
    ['brigde', 'value/not-allowed -> bridge!'],
    ['passthru', 'value/not-allowed -> passthrough!'],
    ['vpea', 'value/not-allowed -> vepa!'],
    ['xyz', 'value/not-allowed -> bridge'],
    ['', 'value/not-allowed -> bridge'],
  ])('mode %j: %s', (value, expected) => checkValue(mode, value, expected));

  test.each([
    ['macvtap', 'direct'],
    ['nat', 'network'],
    ['vhost-user', 'vhostuser'],
    ['slirp', 'user'],
    ['passt', 'user'],
    ['Bridge', 'bridge'],
  ])('type %s is taken for %s', (value, meant) =>
    checkValue(interfaceType.type, value, `value/not-allowed -> ${meant}!`),
  );

  test('the message lists what is meant first, and counts the rest of a long list', () => {
    checkMessage(mode, 'vepas', "cannot be 'vepas': write vepa, bridge, private or passthrough");
    expect(interfaceType.type.check('macvtap')?.message).toMatch(
      /^cannot be 'macvtap': write direct, .* or one of 7 more$/,
    );
    checkMessage(mode, ' ', 'is empty: write bridge, vepa, private or passthrough');
  });

  test('the two families of switches point at each other', () => {
    checkValue(yesNo, 'on', 'value/not-allowed -> yes!');
    checkValue(yesNo, 'false', 'value/not-allowed -> no!');
    checkValue(onOff, 'no', 'value/not-allowed -> off!');
    checkValue(onOff, 'True', 'value/not-allowed -> on!');
  });

  test('values that are not listed pass, and are neither offered nor named', () => {
    const type = enumeration([
      { value: 'new', documentation: { summary: 'The new way.' } },
      { value: 'old', documentation: { summary: 'The old way.' }, unlisted: true },
    ]);
    checkValue(type, 'old', 'ok');
    expect(type.values?.map(({ value }) => value)).toEqual(['new']);
    expect(type.unlisted?.map(({ value }) => value)).toEqual(['old']);
    checkMessage(type, 'oldd', "cannot be 'oldd': write new");
  });
});

describe('numbers', () => {
  const port = integer({ min: -1, max: 65535, signed: true });
  test.each([
    [unsignedInt, '0', 'ok'],
    [unsignedInt, '007', 'ok'],
    [unsignedInt, '4294967295', 'ok'],
    [unsignedInt, '4294967296', 'value/out-of-range -> 4294967295'],
    [unsignedInt, '9'.repeat(100_000), 'value/out-of-range -> 4294967295'],
    [unsignedInt, '-1', 'value/out-of-range -> 0'],
    [unsignedInt, '+5', 'value/not-a-number -> 5!'],
    [unsignedInt, '5 ', 'value/not-a-number -> 5!'],
    [unsignedInt, '0x10', 'value/not-a-number -> 16!'],
    [unsignedInt, '10M', 'value/not-a-number'],
    [unsignedInt, '1.5', 'value/not-a-number'],
    [unsignedInt, '', 'value/not-a-number'],
    [unsignedInt, '٣', 'value/not-a-number'],
    [port, '+80', 'ok'],
    [port, '-1', 'ok'],
    [port, '-2', 'value/out-of-range -> -1'],
    [port, '65536', 'value/out-of-range -> 65535'],
    [integer({ min: 1, max: 2n ** 54n }), '18014398509481984', 'ok'],
    [integer({ min: 1, max: 2n ** 54n }), '18014398509481985', 'value/out-of-range -> 18014398509481984'],
    [uint8, '255', 'ok'],
    [uint8, '0xfF', 'ok'],
    [uint8, '011', 'ok'],
    [uint8, '256', 'value/out-of-range -> 255'],
    [uint8, '0x100', 'value/out-of-range -> 0xff'],
    [uint8, '0XB', 'value/not-a-number -> 0x0b!'],
    [uint8, 'ff', 'value/not-a-number -> 0xff!'],
    [uint8, '-1', 'value/out-of-range -> 1'],
    [uint8, 'eleven', 'value/not-a-number'],
    [uint24, '16777215', 'ok'],
    [uint24, '0x1000000', 'value/out-of-range -> 0xffffff'],
  ])('%o takes %j: %s', (type, value, expected) => checkValue(type, value, expected));

  test('the range stands in the message', () => {
    checkMessage(unsignedInt, '-3', 'is negative: write an integer from 0 to 4294967295');
    checkMessage(uint8, '300', 'is too large: write an integer from 0 to 255 (0x0 to 0xff)');
  });
});

describe('parts of a PCI address', () => {
  test.each([
    [pciDomain, '0x0000', 'ok'],
    [pciDomain, '0x00000001', 'ok'],
    [pciDomain, '0x10000', 'ok'],
    [pciDomain, '4294967296', 'value/bad-pci-address'],
    [pciSlot, ' +5', 'ok'],
    [pciBus, '0xff', 'ok'],
    [pciBus, '255', 'ok'],
    [pciBus, '0x100', 'value/bad-pci-address'],
    [pciSlot, '0x1f', 'ok'],
    [pciSlot, '31', 'ok'],
    [pciSlot, '0x20', 'value/bad-pci-address'],
    [pciSlot, '1f', 'value/bad-pci-address -> 0x1f!'],
    [pciSlot, '09', 'value/bad-pci-address -> 0x09'],
    [pciSlot, '07', 'ok'],
    [pciFunction, '7', 'ok'],
    [pciFunction, '8', 'value/bad-pci-address'],
    [pciFunction, '0x7 ', 'value/bad-pci-address -> 0x7!'],
    [pciFunction, '', 'value/bad-pci-address'],
  ])('%o takes %j: %s', (type, value, expected) => checkValue(type, value, expected));
});

describe('UUIDs', () => {
  const good = '3c1b9a51-5c3f-4a3e-9b0e-0c6d2f7c1a11';
  test.each([
    [good, 'ok'],
    [good.toUpperCase(), 'ok'],
    [good.replaceAll('-', ''), 'ok'],
    [`{${good}}`, `value/bad-uuid -> ${good}!`],
    [` ${good}`, `value/bad-uuid -> ${good}!`],
    ['3c1b9a515c3f-4a3e-9b0e-0c6d2f7c1a11', `value/bad-uuid -> ${good}!`],
    [good.slice(1), 'value/bad-uuid'],
    [good.replace('c', 'g'), 'value/bad-uuid'],
    ['', 'value/bad-uuid'],
  ])('%j: %s', (value, expected) => checkValue(uuid, value, expected));

  test('the message says what is wrong with it', () => {
    checkMessage(uuid, good.slice(1), 'is no UUID, it has 31 hex digits of 32: write 32 hex digits as 8-4-4-4-12');
    checkMessage(uuid, good.replace('c', 'g'), "is no UUID, 'g' is no hex digit: write 32 hex digits as 8-4-4-4-12");
  });
});

describe('MAC addresses', () => {
  test.each([
    ['52-54-00-11-22-33', 'has dashes where libvirt wants colons: write 52:54:00:11:22:33'],
    ['52:54:0:11:22:33', 'has an octet of one digit where the schema of libvirt wants two: write 52:54:00:11:22:33'],
    ['52:54:00:11:22:33 (lab)', 'has something beside the address: write 52:54:00:11:22:33'],
    ['525400112233', 'has no colons between its octets: write 52:54:00:11:22:33'],
    ['lab', 'is no MAC address: write six pairs of hex digits with colons between them, such as 52:54:00:12:34:56'],
  ])('the message says what is wrong with %s', (value, message) => checkMessage(unicastMac, value, message));

  test.each([
    ['52:54:00:aB:cD:09', 'ok'],
    ['53:54:00:11:22:33', 'value/multicast-mac -> 52:54:00:11:22:33!'],
    ['AB:00:00:11:22:33', 'value/multicast-mac -> AA:00:00:11:22:33!'],
    ['ff:ff:ff:ff:ff:ff', 'value/multicast-mac'],
    ['52-54-00-11-22-33', 'value/bad-mac -> 52:54:00:11:22:33!'],
    ['52:54:0:1:2:3', 'value/bad-mac -> 52:54:00:01:02:03!'],
    ['5254.0011.2233', 'value/bad-mac -> 52:54:00:11:22:33!'],
    ['525400112233', 'value/bad-mac -> 52:54:00:11:22:33!'],
    ['52:54:00:11:22:33 (lab)', 'value/bad-mac -> 52:54:00:11:22:33!'],
    [' 52:54:00:11:22:33', 'value/bad-mac -> 52:54:00:11:22:33!'],
    ['53-54-00-11-22-33', 'value/bad-mac'],
    ['52:54:00:11:22', 'value/bad-mac'],
    ['52:54:00:11:22:33:44', 'value/bad-mac'],
    ['52:54:00:11:22:3g', 'value/bad-mac'],
    ['', 'value/bad-mac'],
  ])('%j: %s', (value, expected) => checkValue(unicastMac, value, expected));

  test('a type that takes any address takes multicast ones', () => {
    checkValue(anyMac, '53:54:00:11:22:33', 'ok');
    checkValue(anyMac, '53-54-00-11-22-33', 'value/bad-mac -> 53:54:00:11:22:33!');
  });
});

describe('IP addresses', () => {
  const ipv6 = [
    '::',
    '::1',
    '1::',
    '2001:DB8::1',
    '1:2:3:4:5:6:7:8',
    '::ffff:10.0.0.1',
    '1:2:3:4:5:6:10.0.0.1',
    '1::3:4:5:6:7:8',
  ];
  const noIpv6 = [
    ':::',
    '1::2::3',
    'fe80::1%eth0',
    '1:2:3:4:5:6:7',
    '12345::',
    '::1:',
    '1:2:3:4:5:6:7:8:9',
    '::1:2:3:4:5:6:7:8',
    '1:',
    ':1',
  ];
  test.each(ipv6)('%s is IPv6', value => checkValue(ipv6Address, value, 'ok'));
  test.each(noIpv6)('%s is no IPv6', value => checkValue(ipv6Address, value, 'value/bad-ip'));
  test.each(['0.0.0.0', '255.255.255.255'])('%s is IPv4', value => checkValue(ipv4Address, value, 'ok'));
  test.each(['256.0.0.1', '10.0.0', '010.0.0.1', '10.0.0.1.2', '10.0.0.1/24', 'localhost', '', '::1'])(
    '%j is no IPv4',
    value => checkValue(ipv4Address, value, 'value/bad-ip'),
  );

  test('the message tells the families apart', () => {
    checkMessage(ipv4Address, '::1', 'is an IPv6 address: write an IPv4 address such as 192.168.122.10');
    checkMessage(
      ipAddress,
      '10.0.0.1/24',
      'is a network in prefix notation, not an address: write an IP address such as 192.168.122.10 or 2001:db8::10',
    );
    checkValue(ipAddress, ' ::1', 'value/bad-ip -> ::1!');
  });
});

describe('names, paths and texts', () => {
  test('a device name', () => {
    checkValue(deviceName, 'eth0.42', 'ok');
    checkValue(deviceName, 'eth0 ', 'value/bad-format -> eth0!');
    checkValue(deviceName, 'tap 0', 'value/bad-format');
    checkMessage(deviceName, 'tap@0', "contains '@', and a device name takes only letters, digits and _ . - \\ : /");
    checkMessage(deviceName, '', 'is empty: write a device name');
  });

  test('a path begins at the root', () => {
    checkValue(absolutePath(), '/a b', 'ok');
    checkValue(absolutePath(), 'C:\\a', 'ok');
    checkValue(absolutePath(), '/', 'value/bad-format');
    checkMessage(
      absolutePath(),
      'log/passt',
      'is no absolute path: write it from the root directory, such as /log/passt',
    );
  });

  test('a profile name is counted in characters and in bytes', () => {
    checkValue(profileId, 'x'.repeat(39), 'ok');
    checkValue(profileId, '', 'ok');
    checkMessage(profileId, 'x'.repeat(40), 'is too long: write at most 39 characters');
    checkMessage(profileId, 'ä'.repeat(20), 'is too long, it takes 40 bytes in UTF-8: write at most 39');
    checkMessage(profileId, '\u{1F600}'.repeat(10), 'is too long, it takes 40 bytes in UTF-8: write at most 39');
  });
});

describe('similar words', () => {
  test.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['vepa', 'vpea', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%j and %j are %i apart', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
    expect(editDistance(right, left)).toBe(distance);
  });

  test('the nearest comes first, letter case apart, and far words are not similar', () => {
    expect(rankBySimilarity('SOURSE', ['model', 'source', 'mac'])[0]).toBe('source');
    expect(findSimilar('modle', ['model', 'mac', 'source'])).toEqual(['model']);
    expect(findSimilar('ip', ['mac', 'rom', 'link'])).toEqual([]);
    expect(findSimilar('x'.repeat(1_000_000), ['model'])).toEqual([]);
  });
});
