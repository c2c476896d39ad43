import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import { type CliWorld, runCli } from '../support/runCli.ts';

interface SarifRun {
  readonly columnKind: string;
  readonly results: readonly Record<string, unknown>[];
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly { readonly executionSuccessful: boolean }[];
}

async function runSarif(
  files: NonNullable<CliWorld['files']>,
  find: NonNullable<CliWorld['find']>,
  names = Object.keys(files),
) {
  const run = await runCli(['lint', '--format', 'sarif', ...names], { files, find });
  const log: { version: string; runs: readonly SarifRun[] } = JSON.parse(run.output);
  const [first] = log.runs;
  if (!first || log.runs.length !== 1) throw new Error('one run is expected');
  return { ...run, version: log.version, run: first };
}

const wrong: Finding = {
  code: 'mac/duplicate',
  severity: 'warning',
  range: { start: 9, end: 14 },
  message: 'It stands twice.',
  libvirtMessage: 'duplicate MAC',
  related: [
    { range: { start: 1, end: 2 }, message: 'Here first.' },
    { range: { start: 0, end: 1 }, message: 'And there.', uri: 'lab/other.xml' },
  ],
  fixes: () => [{ title: 'Delete it', preferred: true, edits: [{ start: 9, end: 14, text: '' }] }],
};
const plain = (code: string): Finding => ({ code, severity: 'hint', range: { start: 0, end: 1 }, message: 'No.' });
const text = '<a>\r\n 🖥 error</a>';
const artifactLocation = { uri: 'guests/a%20b.xml' };
const region = { startLine: 2, startColumn: 5, endLine: 2, endColumn: 10 };

describe('SARIF', () => {
  test('a result has its place, the other places and the fixes', async () => {
    const { version, run, exitCode } = await runSarif({ './guests/a b.xml': text }, () => [wrong]);
    expect(version).toBe('2.1.0');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results).toEqual([
      {
        ruleId: 'mac/duplicate',
        ruleIndex: 0,
        level: 'warning',
        message: { text: 'It stands twice.' },
        locations: [{ physicalLocation: { artifactLocation, region } }],
        relatedLocations: [
          {
            id: 0,
            message: { text: 'Here first.' },
            physicalLocation: {
              artifactLocation,
              region: { startLine: 1, startColumn: 2, endLine: 1, endColumn: 3 },
            },
          },
          {
            id: 1,
            message: { text: 'And there.' },
            physicalLocation: { artifactLocation: { uri: 'lab/other.xml' } },
          },
        ],
        fixes: [
          {
            description: { text: 'Delete it' },
            artifactChanges: [
              { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: '' } }] },
            ],
          },
        ],
        properties: { libvirtMessage: 'duplicate MAC' },
      },
    ]);
    expect(exitCode).toBe(0);
  });

  test('the codes that were found are described, each once', async () => {
    const files = { 'a.xml': 'a', 'b.xml': 'b' };
    const { run } = await runSarif(files, () => [plain('mac/duplicate'), plain('mac/all-zero')]);
    expect(run.results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['mac/duplicate', 0, 'note'],
      ['mac/all-zero', 1, 'note'],
      ['mac/duplicate', 0, 'note'],
      ['mac/all-zero', 1, 'note'],
    ]);
    expect(run.tool.driver).toMatchObject({
      name: 'libvirt-xml',
      semanticVersion: '1.2.3',
      rules: [
        {
          id: 'mac/duplicate',
          shortDescription: { text: expect.any(String) },
          help: { markdown: expect.any(String) },
          properties: { tags: ['mac'] },
        },
        { id: 'mac/all-zero' },
      ],
    });
    expect(run.tool.driver.rules).toHaveLength(2);
  });

  test.each([
    ['-', 'stdin'],
    ['/lab/ä.xml', 'file:///lab/%C3%A4.xml'],
    ['../a:b?.xml', '../a%3Ab%3F.xml'],
  ])('the file %s is %s', async (name, uri) => {
    const { run } = await runSarif({ [name]: text }, () => [wrong]);
    expect(run.results).toMatchObject([{ locations: [{ physicalLocation: { artifactLocation: { uri } } }] }]);
  });

  test('is whole where nothing is found, and tells of files that were not read', async () => {
    const clean = await runSarif({ 'a.xml': text }, () => []);
    expect(clean.run).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
    const partly = await runSarif({ 'a.xml': text }, () => [], ['a.xml', 'none.xml']);
    expect(partly.run).toMatchObject({ results: [], invocations: [{ executionSuccessful: false }] });
    expect(partly.exitCode).toBe(2);
  });
});
