import { describe, expect, test } from 'vitest';
import { formatIp, parseIp } from '../../server/src/schema/datatypes/ipNumber.ts';

describe('addresses as numbers', () => {
  test.each([
    ['0.0.0.0', 0n],
    ['192.168.1.2', 0xc0a80102n],
    ['::', 0n],
    ['::1', 1n],
    ['2001:db8::10', 0x20010db8000000000000000000000010n],
    ['::ffff:192.0.2.1', 0xffffc0000201n],
    ['1:2:3:4:5:6:7::', 0x00010002000300040005000600070000n],
  ])('%s is read, and written so that it is read again', (text, value) => {
    const address = parseIp(text);
    expect(address?.value).toBe(value);
    expect(address && parseIp(formatIp(address))).toEqual(address);
  });

  test.each([
    ['2001:0DB8:0:0:0:0:0:10', '2001:db8::10'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['1:2:3:4:5:6:0:0', '1:2:3:4:5:6::'],
  ])('%s is written as %s', (text, short) => {
    const address = parseIp(text);
    expect(address && formatIp(address)).toBe(short);
  });

  test.each(['', '192.0.2', '192.0.2.256', '192.0.2.1/24', 'fe80::1%eth0', '1::2::3'])('%j is none', text => {
    expect(parseIp(text)).toBeUndefined();
  });
});
