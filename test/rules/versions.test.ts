import { expect, it } from 'vitest';
import { formatVersion, isOlder, parseVersion } from '../../server/src/rules/target.ts';

it.each([
  ['9.0.0', '9.0.0'],
  ['11.3', '11.3.0'],
  [' 12 ', '12.0.0'],
])('reads the release %s', (text, version) => {
  const parsed = parseVersion(text);
  expect(parsed && formatVersion(parsed)).toBe(version);
});

it.each(['', 'newest', '9.0.0.1', '9.x', '-1', '99999'])('reads no release in %j', text => {
  expect(parseVersion(text)).toBeUndefined();
});

it('compares part by part, as numbers', () => {
  expect(isOlder([9, 10, 0], [10, 2, 0])).toBe(true);
  expect(isOlder([11, 3, 0], [11, 3, 0])).toBe(false);
  expect(isOlder([11, 10, 0], [11, 3, 0])).toBe(false);
  expect(isOlder([11, 3, 0], [11, 3, 1])).toBe(true);
});
