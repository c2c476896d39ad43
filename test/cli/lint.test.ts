import { describe, expect, test } from 'vitest';
import type { Finding, Generator, Severity } from '../../server/src/rules/finding.ts';
import { type CliWorld, runCli } from '../support/runCli.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Finds each word `error`, `warning`, `information`, `hint` and calls it so; by severity, as rules come in any order. */
function findWords(text: string): readonly Finding[] | undefined {
  if (text.startsWith('<svg')) return undefined;
  return SEVERITIES.flatMap(severity =>
    Array.from(text.matchAll(new RegExp(severity, 'g')), ({ index: start }) => {
      const range = { start, end: start + severity.length };
      return {
        code: severity === 'error' ? 'known/error' : `other/${severity}`,
        severity,
        range,
        message: `This is ${severity}.`,
        fixes: (generator: Generator) => [
          { title: `Delete ${severity}`, edits: [{ ...range, text: '' }] },
          { title: 'Make a UUID', preferred: true, edits: [{ start, end: start, text: generator.uuid() }] } as const,
        ],
      };
    }),
  );
}

const world = (files: CliWorld['files'] = {}, more: CliWorld = {}): CliWorld => ({ find: findWords, files, ...more });

describe('text', () => {
  test('shows the line with carets, the fix, and sums up', async () => {
    const { output, exitCode } = await runCli(['lint', 'a.xml'], world({ 'a.xml': `<a>\n  <b c='error'/>\n</a>` }));
    expect(output).toBe(`a.xml:2:9: error: This is error. [known/error]
    2 |   <b c='error'/>
      |         ^^^^^
  fix: Make a UUID
1 file checked: 1 error
`);
    expect(exitCode).toBe(1);
  });

  test('a clean file is only summed up', async () => {
    expect(await runCli(['lint', 'a.xml'], world({ 'a.xml': '<a/>' }))).toEqual({
      output: '1 file checked: nothing found\n',
      error: '',
      exitCode: 0,
    });
  });

  test('findings come in the order of the text, whatever the order of the rules', async () => {
    const { output } = await runCli(['lint', '-'], world({ '-': 'hint\nwarning\nerror' }));
    expect(output.match(/^-:\d+:\d+: \w+/gm)).toEqual(['-:1:1: hint', '-:2:1: warning', '-:3:1: error']);
  });

  test('other places and what libvirt says are shown', async () => {
    const finding: Finding = {
      code: 'x/y',
      severity: 'error',
      range: { start: 5, end: 8 },
      message: 'The MAC address stands twice.',
      libvirtMessage: 'XML error: duplicate',
      related: [{ range: { start: 0, end: 3 }, message: 'It stands here first.' }],
    };
    const { output } = await runCli(['lint', '-'], { find: () => [finding], files: { '-': 'one\n two' } });
    expect(output).toContain('  libvirt: XML error: duplicate\n  -:1:1: note: It stands here first.\n');
  });

  test('other XML is named, not checked', async () => {
    const files = { 'a.xml': '<svg>error</svg>', 'b.xml': '<domain/>' };
    expect(await runCli(['lint', 'a.xml', 'b.xml'], world(files))).toEqual({
      output: "2 files checked: nothing found; 1 not libvirt's: a.xml\n",
      error: '',
      exitCode: 0,
    });
  });

  test('colour comes only when asked for', async () => {
    const files = { 'a.xml': 'error' };
    expect((await runCli(['lint', 'a.xml'], world(files))).output).not.toContain('\u001b');
    expect((await runCli(['lint', 'a.xml'], world(files, { colour: true }))).output).toContain(
      '\u001b[31merror\u001b[0m',
    );
  });

  test('nothing in a document or its name reaches the terminal as a command', async () => {
    const text = '\u001b]0;t\u0007';
    const finding = { code: 'x/y', severity: 'error', range: { start: 0, end: 1 }, message: `No ${text}.` } as const;
    const files = { 'a\u001b[2J.xml': text };
    const names = [...Object.keys(files), '\u001b[2J'];
    const { output, error } = await runCli(['lint', ...names], { find: () => [finding], files });
    // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
    expect(output + error).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });
});

async function runJson(files: CliWorld['files'] = {}, names = Object.keys(files)) {
  const run = await runCli(['lint', '--format', 'json', ...names], world(files));
  return { ...run, json: JSON.parse(run.output) as unknown };
}

describe('JSON', () => {
  test('has every field', async () => {
    const { json, exitCode } = await runJson({ 'a.xml': `<a>\r\n 🖥 error</a>` });
    expect(json).toEqual({
      version: 1,
      findings: [
        {
          file: 'a.xml',
          line: 2,
          column: 5,
          endLine: 2,
          endColumn: 10,
          start: 9,
          end: 14,
          severity: 'error',
          code: 'known/error',
          message: 'This is error.',
          url: 'file:///pages/known/error.md',
          fixes: [
            { title: 'Delete error', preferred: false, edits: [{ start: 9, end: 14, text: '' }] },
            { title: 'Make a UUID', preferred: true, edits: [{ start: 9, end: 9, text: 'fresh-uuid' }] },
          ],
        },
      ],
    });
    expect(exitCode).toBe(1);
  });

  test('has what libvirt says and the other places, where there are any', async () => {
    const finding: Finding = {
      code: 'x/y',
      severity: 'error',
      range: { start: 5, end: 8 },
      message: 'Twice.',
      libvirtMessage: 'XML error: duplicate',
      related: [
        { range: { start: 1, end: 3 }, message: 'First.' },
        { range: { start: 7, end: 9 }, message: 'Elsewhere.', uri: 'other.xml' },
      ],
    };
    const { output } = await runCli(['lint', '--format', 'json', 'a.xml'], {
      find: () => [finding],
      files: { 'a.xml': '\ufeffone\n two' },
    });
    expect(JSON.parse(output)).toMatchObject({
      findings: [
        {
          libvirtMessage: 'XML error: duplicate',
          related: [
            { file: 'a.xml', line: 1, column: 2, start: 2, end: 4, message: 'First.' },
            { file: 'other.xml', message: 'Elsewhere.' },
          ],
        },
      ],
    });
  });

  test('offsets count a byte order mark, columns do not', async () => {
    const { json } = await runJson({ 'a.xml': '\ufeffhint' });
    expect(json).toMatchObject({
      findings: [
        { line: 1, column: 1, endColumn: 5, start: 1, end: 5, fixes: [{ edits: [{ start: 1, end: 5 }] }, {}] },
      ],
    });
  });

  test('a code without page has no url', async () => {
    expect((await runJson({ 'a.xml': 'hint' })).json).toMatchObject({ findings: [{ code: 'other/hint', url: '' }] });
  });

  test('is one object whatever is found', async () => {
    expect((await runJson({ 'a.xml': '' })).json).toEqual({ version: 1, findings: [] });
    const { json } = await runJson({ 'a.xml': 'error hint', 'b.xml': '', 'c.xml': 'warning' });
    expect(json).toMatchObject({ findings: [{ file: 'a.xml' }, { file: 'a.xml' }, { file: 'c.xml' }] });
  });

  test('stays one object when a file cannot be read', async () => {
    const { json, error, exitCode } = await runJson({ 'b.xml': 'hint' }, ['missing.xml', 'b.xml']);
    expect(json).toMatchObject({ version: 1, findings: [{ file: 'b.xml' }] });
    expect(error).toBe('libvirt-xml: missing.xml: no such file\n');
    expect(exitCode).toBe(2);
  });
});

describe('exit status', () => {
  test.each([
    ['hint information', 'error', 0],
    ['warning', 'error', 0],
    ['warning error', 'error', 1],
    ['hint information', 'warning', 0],
    ['warning', 'warning', 1],
    ['error', 'warning', 1],
  ])('%j with --fail-on %s: %i', async (text, failOn, expected) => {
    const { exitCode } = await runCli(['lint', '--fail-on', failOn, 'a.xml'], world({ 'a.xml': text }));
    expect(exitCode).toBe(expected);
  });

  test('one finding among many clean files counts', async () => {
    const files = { 'a.xml': '', 'b.xml': 'error', 'c.xml': '' };
    expect((await runCli(['lint', ...Object.keys(files)], world(files))).exitCode).toBe(1);
  });

  test('wrong usage is 2, one line, nothing on the output', async () => {
    const { output, error, exitCode } = await runCli(['lint', '--format', 'yaml', 'a.xml']);
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 2 });
    expect(error).toMatch(/^libvirt-xml: .*\n$/);
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['ENOENT', 'no such file'],
    ['EISDIR', 'is a directory'],
    ['EACCES', 'permission denied'],
    ['EIO', 'EIO: what the system says'],
  ])('%s is told in one line, the others are checked', async (code, reason) => {
    const files = { 'a.xml': { code }, 'b.xml': 'error' };
    const { output, error, exitCode } = await runCli(['lint', 'a.xml', 'b.xml'], world(files));
    expect(error).toMatch(new RegExp(`^libvirt-xml: a\\.xml: ${reason}[^\\n]*\\n$`));
    expect(output).toContain('b.xml:1:1: error');
    expect(output).toContain('1 file checked: 1 error; 1 not read\n');
    expect(exitCode).toBe(2);
  });

  test('bytes that are no text', async () => {
    const files = { 'a.xml': Buffer.from([0x3c, 0x61, 0xe4, 0x3e]) };
    const { error, exitCode } = await runCli(['lint', 'a.xml'], world(files));
    expect(error).toMatch(/^libvirt-xml: a\.xml: is not valid UTF-8[^\n]*\n$/);
    expect(exitCode).toBe(2);
  });
});

test('when the reader of the output is gone, the rest is not checked', async () => {
  const files = { 'a.xml': 'hint', 'b.xml': 'error', 'c.xml': { code: 'EIO' } };
  const { error, exitCode } = await runCli(['lint', 'a.xml', 'b.xml', 'c.xml'], world(files, { outputCloses: 2 }));
  expect({ error, exitCode }).toEqual({ error: '', exitCode: 1 });
});

describe('the other commands', () => {
  test('--version prints the bare version', async () => {
    expect(await runCli(['--version'])).toEqual({ output: '1.2.3\n', error: '', exitCode: 0 });
  });
  test('--help names every option', async () => {
    const { output, exitCode } = await runCli(['--help']);
    for (const option of ['lint', '--format text', '--fail-on', 'explain', 'lsp --stdio', '--help', '--version']) {
      expect(output).toContain(option);
    }
    expect(exitCode).toBe(0);
  });
  test('explain prints what a message means', async () => {
    expect(await runCli(['explain', 'known', 'message'])).toEqual({
      output: '# known message\n\nYes.\n',
      error: '',
      exitCode: 0,
    });
    expect(await runCli(['explain'], world({ '-': 'known \u001b[2J' }))).toMatchObject({
      output: '# known ␛[2J\n\nYes.\n',
      exitCode: 0,
    });
  });
  test('explain says when it does not know a message', async () => {
    expect(await runCli(['explain', 'nonsense'])).toEqual({
      output: '',
      error: expect.stringMatching(/^libvirt-xml: .*\n$/),
      exitCode: 1,
    });
  });
  test('lsp runs the language server', async () => {
    expect((await runCli(['lsp', '--stdio'])).output).toBe('language server');
  });
});
