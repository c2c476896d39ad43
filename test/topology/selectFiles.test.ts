import { expect, test } from 'vitest';
import { selectFiles } from '../../server/src/topology/selectFiles.ts';
import { createTestWorkspace } from '../support/workspace.ts';

const guest = (source: string) => `<domain type='kvm'><name>a</name><devices>${source}</devices></domain>`;
const files = [
  guest("<interface type='network'><source network='lab'/></interface>"),
  guest("<interface type='bridge'><source bridge='br0'/></interface>"),
  "<network><name>lab</name><forward mode='nat'/><bridge name='virbr7'/></network>",
  "<network><name>lan</name><forward mode='bridge'/><bridge name='br0'/></network>",
  "<interface type='bridge' name='br0'><bridge><interface type='ethernet' name='eth3'/></bridge></interface>",
  guest("<interface type='network'><source network='lan'/></interface>"),
];

test.each([
  ['a guest of a network', 0, [0, 2]],
  ['a guest of a bridge', 1, [1, 3, 4]],
  ['a guest of a network on a bridge', 5, [3, 4, 5]],
  ['a network with its guests', 2, [0, 2]],
  ['a network on a bridge', 3, [3, 4, 5]],
])('%s brings what belongs to it', (_, number, expected) => {
  const workspace = createTestWorkspace(files);
  const facts = workspace.file(`file:///${number}.xml`);
  const selected = facts ? selectFiles(facts, workspace) : [];
  expect(selected.map(({ uri }) => uri).toSorted()).toEqual(expected.map(other => `file:///${other}.xml`));
});

test('without a workspace it stands alone', () => {
  const facts = createTestWorkspace(files).file('file:///0.xml');
  expect(facts && selectFiles(facts, undefined)).toEqual([facts]);
});
