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
  const defaults = { kind: 'lint', format: 'text', failOn: 'error' } as const;
  test('takes files, in any place', () => {
    checkCommandLine('lint a.xml b.xml', { ...defaults, files: ['a.xml', 'b.xml'] });
    checkCommandLine('lint a.xml --format json b.xml', { ...defaults, format: 'json', files: ['a.xml', 'b.xml'] });
    checkCommandLine('--fail-on=warning lint a.xml', { ...defaults, failOn: 'warning', files: ['a.xml'] });
  });
  test('takes standard input', () => checkCommandLine('lint -', { ...defaults, files: ['-'] }));
  test('takes a file whose name looks like an option', () =>
    checkCommandLine('lint -- --odd.xml', { ...defaults, files: ['--odd.xml'] }));
  test('needs a file', () => checkMisuse('lint', /file/));
  test('reads standard input once', () => checkMisuse('lint - a.xml -', /once/));
  test('knows its formats', () => checkMisuse('lint --format yaml a.xml', /text or json.*yaml/));
  test('knows its thresholds', () => checkMisuse('lint --fail-on hint a.xml', /error or warning.*hint/));
  test('refuses an option without value', () => checkMisuse('lint a.xml --format', /format/));
  test('refuses unknown options', () => checkMisuse('lint --fix a.xml', /--fix/));
  test('refuses the options of lsp', () => checkMisuse('lint --stdio a.xml', /--stdio/));
});

describe('lsp', () => {
  test('talks over standard input and output', () => checkCommandLine('lsp --stdio', { kind: 'lsp' }));
  test('says that it needs --stdio', () => checkMisuse('lsp', /--stdio/));
  test('takes no files', () => checkMisuse('lsp --stdio a.xml', /a\.xml/));
  test('refuses the options of lint', () => checkMisuse('lsp --stdio --format json', /--format/));
});

describe('without a command', () => {
  test('help and version win wherever they stand', () => {
    checkCommandLine('--help', { kind: 'help' });
    checkCommandLine('lint -h', { kind: 'help' });
    checkCommandLine('--version', { kind: 'version' });
  });
  test('says what is missing', () => {
    checkMisuse('', /lint or lsp/);
    checkMisuse('check a.xml', /check/);
  });
});
