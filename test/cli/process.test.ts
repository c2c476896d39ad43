import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The program as it ships; `npm run build` makes it. */
const CLI = resolve('dist/cli.cjs');

let folder: string;
beforeAll(() => {
  if (!existsSync(CLI)) throw new Error('dist/cli.cjs is missing: npm run build makes it');
  folder = mkdtempSync(join(tmpdir(), 'libvirt-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface JsonFinding {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly code: string;
  readonly url: string;
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean; readonly edits: readonly object[] }[];
}

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function runJson(args: readonly string[], input = '') {
  const { stdout, ...rest } = run(['lint', '--format', 'json', ...args], input);
  const { version, findings }: { version: number; findings: readonly JsonFinding[] } = JSON.parse(stdout);
  return { version, findings, ...rest };
}

const CLEAN = `<interface type='bridge'>
  <source bridge='br0'/>
  <model type='virtio'/>
</interface>
`;
const WRONG = CLEAN.replace('bridge=', 'brige=');

describe('lint', () => {
  test('a clean device from standard input', () => {
    expect(run(['lint', '-'], CLEAN)).toEqual({ status: 0, stdout: '1 file checked: nothing found\n', stderr: '' });
  });

  test('a mistake, with its page and a fix that mends it', () => {
    const { status, version, findings, stderr } = runJson(['-'], WRONG);
    expect({ status, version, stderr }).toEqual({ status: 1, version: 1, stderr: '' });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    for (const { start, end, url } of errors) {
      expect(WRONG.slice(start, end)).not.toMatch(/[<>]/);
      expect(existsSync(fileURLToPath(url))).toBe(true);
    }
    const fix = errors.flatMap(({ fixes }) => fixes).find(({ preferred }) => preferred);
    expect(fix?.edits.length).toBeGreaterThan(0);
  });

  test('other XML is left alone', () => {
    expect(runJson(['-'], `<svg><interface type='nonsense'/></svg>`)).toMatchObject({ status: 0, findings: [] });
    expect(runJson(['-'], '')).toMatchObject({ status: 0, findings: [] });
  });

  test('no colour where the output is no terminal', () => {
    expect(run(['lint', '-'], WRONG).stdout).not.toContain('\u001b');
  });

  test('files that cannot be read, and empty folders, do not keep the others from being checked', () => {
    mkdirSync(join(folder, 'directory.xml'));
    writeFileSync(join(folder, 'wrong.xml'), WRONG);
    writeFileSync(join(folder, 'latin.xml'), Buffer.from('<domain>\n<name>M\xfcller</name></domain>', 'latin1'));
    const { status, findings, stderr } = runJson(['missing.xml', 'directory.xml', 'latin.xml', 'wrong.xml']);
    expect(status).toBe(2);
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(['wrong.xml']));
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('missing.xml: no such file'),
      expect.stringContaining('latin.xml: is not valid UTF-8: line 2'),
    ]);
  });

  test('a file that cannot be reached', () => {
    symlinkSync('loop.xml', join(folder, 'loop.xml'));
    expect(run(['lint', 'loop.xml'])).toMatchObject({
      status: 2,
      stderr: 'libvirt-xml: loop.xml: too many symbolic links\n',
    });
  });

  test('a reader that goes away early is no error', async () => {
    writeFileSync(join(folder, 'many.xml'), WRONG.replace('</interface>', `${'<x/>'.repeat(1000)}</interface>`));
    const child = spawn(process.execPath, [CLI, 'lint', ...Array.from({ length: 50 }, () => 'many.xml')], {
      cwd: folder,
    });
    let stderr = '';
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise(ended => child.once('exit', ended));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  }, 30_000);
});

describe('what a folder says about its documents', () => {
  const LOCAL = "<interface type='direct'>\n  <source dev='eth0'/>\n</interface>\n";

  test('holds for the folders below it, unless another file is named', () => {
    mkdirSync(join(folder, 'lab', 'guests'), { recursive: true });
    const guest = join('lab', 'guests', 'a.xml');
    writeFileSync(join(folder, guest), LOCAL);
    const severities = (args: readonly string[] = []) =>
      runJson([...args, guest]).findings.flatMap(({ code, severity }) =>
        code === 'source/missing-mode' ? [severity] : [],
      );
    expect(severities()).toEqual(['information']);
    writeFileSync(join(folder, 'lab', '.libvirt-xml.json'), '{ "rules": { "source/missing-mode": "error" } }');
    expect(severities()).toEqual(['error']);
    writeFileSync(join(folder, 'own.json'), '{ "rules": { "source/missing-mode": "off" } }');
    expect(severities(['--config', 'own.json'])).toEqual([]);
  });

  test('a mistake in it is told in one line', () => {
    mkdirSync(join(folder, 'odd'));
    writeFileSync(join(folder, 'odd', '.libvirt-xml.json'), '{ "rules": {');
    writeFileSync(join(folder, 'odd', 'a.xml'), CLEAN);
    expect(run(['lint', join('odd', 'a.xml')])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^libvirt-xml: .*odd.\.libvirt-xml\.json: is not valid JSON[^\n]*\n$/),
    });
  });
});

describe('explain', () => {
  test('a message on standard input, with pages that ship', () => {
    const { status, stdout, stderr } = run(
      ['explain'],
      "error: XML error: extra managerid unsupported in <virtualport type='openvswitch'>\n",
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [, url = ''] = /\[virtualport\/extra-parameter\]\((file:[^)]+)\)/.exec(stdout) ?? [];
    expect(existsSync(fileURLToPath(url))).toBe(true);
  });

  test('what is no message of libvirt', () =>
    expect(run(['explain', 'good', 'morning'])).toMatchObject({ status: 1, stdout: '' }));
});

describe('the program', () => {
  test('can be run by its name, as npm installs it', () =>
    expect(readFileSync(CLI, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/));
  test('the build has kept the code of the server', () => {
    expect(readdirSync(dirname(CLI)).filter(file => file.endsWith('.code'))).toHaveLength(1);
  });

  test('--version', () =>
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) }));
  test('--help', () => expect(run(['--help'])).toMatchObject({ status: 0, stderr: '' }));
  test('wrong usage', () => {
    for (const args of [[], ['lint'], ['check', 'a.xml'], ['lint', '--format', 'xml', '-'], ['lsp']]) {
      expect(run(args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^libvirt-xml: .+\n$/) });
    }
  });
});
