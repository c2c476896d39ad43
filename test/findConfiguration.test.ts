import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConfigurationFinder } from '../server/src/findConfiguration.ts';

let root: string;
const inner = () => join(root, 'guests', 'lab');

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'libvirt-configuration-'));
  mkdirSync(inner(), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('the nearest file holds, and is read anew when it has changed', () => {
  const find = createConfigurationFinder();
  expect(find(inner())).toBeUndefined();

  const outer = join(root, '.libvirt-xml.json');
  writeFileSync(outer, '{}');
  const first = find(inner());
  expect(first).toEqual({ path: outer, text: '{}' });
  expect(find(join(root, 'guests'))).toBe(first);

  writeFileSync(outer, '{ "rules": {} }');
  expect(find(inner())).toEqual({ path: outer, text: '{ "rules": {} }' });

  const nearer = join(inner(), '.libvirt-xml.json');
  writeFileSync(nearer, '{ }');
  expect(find(inner())?.path).toBe(nearer);
  rmSync(nearer);
  expect(find(inner())?.path).toBe(outer);
});

it('a folder of that name, and a folder that is not there, are passed over', () => {
  const find = createConfigurationFinder();
  mkdirSync(join(root, 'odd', '.libvirt-xml.json'), { recursive: true });
  expect(find(join(root, 'odd'))?.path).toBe(join(root, '.libvirt-xml.json'));
  expect(find(join(root, 'missing', 'folder'))?.path).toBe(join(root, '.libvirt-xml.json'));
});
