import { describe, expect, test } from 'vitest';
import { type CommandLine, parseCommandLine } from '../../server/src/cli/commandLine.ts';

function checkCommandLine(words: string, expected: CommandLine): void {
  expect(parseCommandLine(words.split(' ').filter(word => word !== ''))).toEqual(expected);
}

function checkMisuse(words: string, message: RegExp): void {
  const command = parseCommandLine(words.split(' ').filter(word => word !== ''));
  expect(command).toEqual({ kind: 'misuse', message: expect.stringMatching(message) });
  expect(command.kind === 'misuse' && command.message).not.toMatch(/\n/);
}

describe('lint', () => {
  const defaults = { kind: 'lint', format: 'text', failOn: 'error', target: {} } as const;
  test('takes files, in any place', () => {
    checkCommandLine('lint a.xml b.xml', { ...defaults, files: ['a.xml', 'b.xml'] });
    checkCommandLine('lint a.xml --format json b.xml', { ...defaults, format: 'json', files: ['a.xml', 'b.xml'] });
    checkCommandLine('--fail-on=warning lint a.xml', { ...defaults, failOn: 'warning', files: ['a.xml'] });
  });
  test('takes what the documents are meant for, and the configuration', () =>
    checkCommandLine('lint --target-version 9.0 --hypervisor=lxc --config lab.json a.xml', {
      ...defaults,
      files: ['a.xml'],
      target: { version: '9.0', hypervisor: 'lxc' },
      config: 'lab.json',
    }));
  test.each(['text', 'json', 'sarif', 'github'] as const)('writes %s', format =>
    checkCommandLine(`lint --format ${format} a.xml`, { ...defaults, format, files: ['a.xml'] }),
  );
  test('takes standard input', () => checkCommandLine('lint -', { ...defaults, files: ['-'] }));
  test('takes a file whose name looks like an option', () =>
    checkCommandLine('lint -- --odd.xml', { ...defaults, files: ['--odd.xml'] }));
  test('needs a file', () => checkMisuse('lint', /file/));
  test('reads standard input once', () => checkMisuse('lint - a.xml -', /once/));
  test('knows its formats', () => checkMisuse('lint --format yaml a.xml', /text, json, sarif or github, not 'yaml'/));
  test('knows its thresholds', () => checkMisuse('lint --fail-on hint a.xml', /error or warning.*hint/));
  test('knows what a release looks like', () =>
    checkMisuse('lint --target-version newest a.xml', /release of libvirt such as 9\.0\.0, not 'newest'/));
  test('knows the hypervisors', () => checkMisuse('lint --hypervisor kvm a.xml', /auto, qemu.* or test, not 'kvm'/));
  test('takes no configuration from standard input', () => checkMisuse('lint --config - a.xml', /--config/));
  test('refuses an option without value', () => checkMisuse('lint a.xml --format', /format/));
  test('refuses unknown options', () => checkMisuse('lint --fix a.xml', /--fix/));
  test('refuses the options of lsp', () => checkMisuse('lint --stdio a.xml', /--stdio/));
});

describe('lsp', () => {
  test('talks over standard input and output', () => checkCommandLine('lsp --stdio', { kind: 'lsp' }));
  test('says that it needs --stdio', () => checkMisuse('lsp', /--stdio/));
  test('takes no files', () => checkMisuse('lsp --stdio a.xml', /a\.xml/));
  test.each(['--format json', '--fail-on error', '--target-version 9.0.0', '--hypervisor qemu', '--config a.json'])(
    'refuses %s of lint',
    option => checkMisuse(`lsp --stdio ${option}`, /^--[\w-]+ belongs to lint/),
  );
});

describe('explain', () => {
  test('takes a message, quoted or not', () => {
    checkCommandLine('explain malformed mtu size', { kind: 'explain', message: 'malformed mtu size' });
    expect(parseCommandLine(['explain', 'malformed  mtu'])).toEqual({ kind: 'explain', message: 'malformed  mtu' });
  });
  test('reads standard input', () => {
    checkCommandLine('explain', { kind: 'explain', message: '-' });
    checkCommandLine('explain -', { kind: 'explain', message: '-' });
  });
  test('refuses the options of the others', () => {
    checkMisuse('explain --format json x', /--format belongs to lint, not to explain/);
    checkMisuse('explain --stdio', /--stdio belongs to lsp/);
  });
});

describe('without a command', () => {
  test('help and version win wherever they stand', () => {
    checkCommandLine('--help', { kind: 'help' });
    checkCommandLine('lint -h', { kind: 'help' });
    checkCommandLine('--version', { kind: 'version' });
  });
  test('says what is missing', () => {
    checkMisuse('', /lint, explain or lsp/);
    checkMisuse('check a.xml', /check/);
  });
});
