import { expect, test } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import { runCli } from '../support/runCli.ts';

async function runGithub(text: string, finding: Partial<Finding>, file = 'guests/a.xml'): Promise<string> {
  const found: Finding = { code: 'x/y', severity: 'error', range: { start: 0, end: 1 }, message: 'Wrong.', ...finding };
  const { output } = await runCli(['lint', '--format', 'github', file], {
    files: { [file]: text },
    find: () => [found],
  });
  return output;
}

test('a finding is an annotation of its line', async () => {
  expect(await runGithub(`<a>\n  <b c='error'/>\n</a>`, { range: { start: 12, end: 17 } })).toBe(
    '::error file=guests/a.xml,line=2,endLine=2,col=9,endColumn=14,title=x/y::Wrong.\n',
  );
});

test.each([
  ['error', '::error '],
  ['warning', '::warning '],
  ['information', '::notice '],
  ['hint', '::notice '],
] as const)('%s is %s', async (severity, command) => {
  expect(await runGithub('text', { severity })).toContain(command);
});

test('nothing in a document or its name ends the command, or starts another one', async () => {
  const output = await runGithub(
    'text',
    { message: '100 %\r\n::set-env name=a::b\u001b[2J', libvirtMessage: 'said\n::stop-commands::x' },
    'a,b:c%\n::error::.xml',
  );
  expect(output).toBe(
    '::error file=a%2Cb%3Ac%25␊%3A%3Aerror%3A%3A.xml,line=1,endLine=1,col=1,endColumn=2,title=x/y' +
      '::100 %25%0A::set-env name=a::b␛[2J%0Alibvirt: said%0A::stop-commands::x\n',
  );
});

test('what goes over several lines has no columns, and standard input no file', async () => {
  expect(await runGithub('one\ntwo', { range: { start: 1, end: 5 } }, '-')).toBe(
    '::error line=1,endLine=2,title=x/y::Wrong.\n',
  );
});

test('nothing found, nothing written', async () => {
  const { output, exitCode } = await runCli(['lint', '--format', 'github', 'a.xml'], { files: { 'a.xml': '<a/>' } });
  expect({ output, exitCode }).toEqual({ output: '', exitCode: 0 });
});
