import { describe, expect, test } from 'vitest';
import type { FindingOptions } from '../../server/src/rules/findFindings.ts';
import { type CliWorld, runCli } from '../support/runCli.ts';

/** Runs lint on files, and gives what each of them was judged by. */
async function runJudged(args: readonly string[], world: CliWorld = {}) {
  const judgedBy: (FindingOptions | undefined)[] = [];
  const find: CliWorld['find'] = (_text, options) => {
    if (options) judgedBy.push(options);
    return [];
  };
  const files = { 'a.xml': '<a/>', 'b.xml': '<b/>', ...world.files };
  const { exitCode, error } = await runCli(['lint', ...args], { ...world, files, find });
  return { judgedBy, exitCode, error };
}

describe('what a file is judged by', () => {
  test('nothing in particular', async () => {
    const { judgedBy, exitCode } = await runJudged(['a.xml']);
    expect(judgedBy).toEqual([{ target: {}, severities: {} }]);
    expect(exitCode).toBe(0);
  });

  test('the configuration file beside it', async () => {
    const configuration = '{ "target": { "version": "9.0.0" }, "rules": { "mac/duplicate": "off" } }';
    const { judgedBy } = await runJudged(['a.xml'], { configuration });
    expect(judgedBy).toEqual([{ target: { version: [9, 0, 0] }, severities: { 'mac/duplicate': 'off' } }]);
  });

  test('the command line before the file', async () => {
    const configuration = '{ "target": { "version": "9.0.0", "hypervisor": "lxc" } }';
    const { judgedBy } = await runJudged(['--target-version', '11.3', 'a.xml'], { configuration });
    expect(judgedBy).toEqual([{ target: { version: [11, 3, 0], driver: 'lxc' }, severities: {} }]);
  });

  test('the file that is named, and no other', async () => {
    const files = { 'lab.json': '{ "rules": { "mac/duplicate": "hint" } }' };
    const configuration = '{ "rules": { "mac/all-zero": "off" } }';
    const { judgedBy } = await runJudged(['--config', 'lab.json', 'a.xml', 'b.xml'], { files, configuration });
    const expected = { target: {}, severities: { 'mac/duplicate': 'hint' } };
    expect(judgedBy).toMatchObject([expected, expected]);
  });
});

describe('a configuration file that is wrong', () => {
  test('is told once, in a line, and the files are checked', async () => {
    const configuration = '{ "rules": { "mac/duplicates": "off", "mac/duplicate": "error" } }';
    const { judgedBy, error, exitCode } = await runJudged(['a.xml', 'b.xml'], { configuration });
    expect(error).toBe('libvirt-xml: /lab/.libvirt-xml.json: rules: "mac/duplicates" is no code of a finding\n');
    expect(judgedBy.map(options => options?.severities)).toEqual([
      { 'mac/duplicate': 'error' },
      { 'mac/duplicate': 'error' },
    ]);
    expect(exitCode).toBe(2);
  });

  test('and one that is named and not there', async () => {
    const { judgedBy, error, exitCode } = await runJudged(['--config', 'none.json', 'a.xml']);
    expect(error).toBe('libvirt-xml: none.json: no such file\n');
    expect(judgedBy).toHaveLength(1);
    expect(exitCode).toBe(2);
  });
});
