import { expect, it } from 'vitest';
import { readConfiguration } from '../../../server/src/rules/control/readConfiguration.ts';

it('reads the target and the severities', () => {
  const text = `\ufeff{
    "$schema": "https://example.org/any.json",
    "target": { "version": "9.0", "hypervisor": "lxc" },
    "rules": { "source/missing-mode": "off", "mac/duplicate": "error" }
  }`;
  expect(readConfiguration(text)).toEqual({
    options: {
      version: '9.0',
      hypervisor: 'lxc',
      rules: { 'source/missing-mode': 'off', 'mac/duplicate': 'error' },
    },
    problems: [],
  });
});

it.each(['{}', '{ "target": {} }'])('nothing is asked for by %s', text => {
  expect(readConfiguration(text)).toEqual({ options: {}, problems: [] });
});

it.each([
  ['', 'is not valid JSON, so nothing of it counts'],
  ['{ "rules": {\n', 'is not valid JSON'],
  ['[]', 'the file must be an object in braces'],
  ['{ "rule": {} }', 'the file has no "rule"; it can have $schema, target, rules'],
  ['{ "target": "9.0.0" }', 'target must be an object in braces'],
  ['{ "target": { "release": "9" } }', 'target has no "release"; it can have version, hypervisor'],
  ['{ "target": { "version": 9 } }', 'target.version must be a release of libvirt such as "9.0.0", not 9'],
  ['{ "target": { "hypervisor": "kvm" } }', 'target.hypervisor must be one of auto, qemu'],
  ['{ "rules": ["mac/duplicate"] }', 'rules must be an object in braces'],
  ['{ "rules": { "mac/duplicates": "off" } }', 'rules: "mac/duplicates" is no code of a finding'],
  ['{ "rules": { "mac/duplicate": "warn" } }', 'rules: mac/duplicate must be one of error, warning, information, hint'],
  ['{ "rules": { "syntax/no-root": "off" } }', 'rules: syntax/no-root is about the XML itself'],
])('%s: one problem, in one line', (text, problem) => {
  const { options, problems } = readConfiguration(text);
  expect(options.rules ?? {}).toEqual({});
  expect(problems).toEqual([expect.stringContaining(problem)]);
  expect(problems.join()).not.toContain('\n');
});

it('what is right counts beside what is wrong', () => {
  const { options, problems } = readConfiguration(
    '{ "target": { "version": "new" }, "rules": { "x/y": "off", "mac/duplicate": "hint" } }',
  );
  expect(options).toEqual({ rules: { 'mac/duplicate': 'hint' } });
  expect(problems).toHaveLength(2);
});
