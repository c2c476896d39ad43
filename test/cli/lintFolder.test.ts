import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseCommandLine } from '../../server/src/cli/commandLine.ts';
import { lint } from '../../server/src/cli/lint.ts';
import { createLintEnvironment } from '../../server/src/cli/lintMain.ts';

const guest = (name: string) => `<domain type='kvm'>
  <name>${name}</name>
  <memory>1</memory>
  <os>
    <type>hvm</type>
  </os>
  <devices>
    <interface type='bridge'>
      <mac address='52:54:00:6b:3c:58'/>
      <source bridge='br0'/>
    </interface>
  </devices>
</domain>
`;

/** Checks a folder with these files, as `lint FOLDER` does. */
async function lintFolder(files: Readonly<Record<string, string | Uint8Array>>, prepare?: (folder: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'libvirt-lint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  prepare?.(folder);
  let output = '';
  let error = '';
  const options = parseCommandLine(['lint', '--format', 'text', folder]);
  if (options.kind !== 'lint') throw new Error('no lint');
  const exitCode = await lint(options, {
    ...createLintEnvironment(),
    writeOutput: async text => {
      output += text;
      return true;
    },
    writeError: async text => {
      error += text;
      return true;
    },
  });
  return { exitCode, error, output: output.replaceAll(`${folder}/`, '') };
}

test('every file of libvirt below a folder is checked, against the others too', async () => {
  const { output, exitCode } = await lintFolder({ 'a/web.xml': guest('web'), 'b/c/mail.xml': guest('mail') });
  expect(output).toContain('a/web.xml:9:21: warning: ');
  expect(output).toContain('  b/c/mail.xml:9:21: note: 52:54:00:6b:3c:58 is used here as well');
  expect(output).toContain('2 files checked: 2 warnings');
  expect(exitCode).toBe(0);
});

test('what is no source, none of libvirt or another form of a file is passed over', async () => {
  const { output, error } = await lintFolder(
    {
      'web.xml': guest('web'),
      'node_modules/x/mail.xml': guest('mail'),
      '.git/mail.xml': guest('mail'),
      'pom.xml': '<project/>',
      'other.xml': Buffer.from('<note>M\xfcller</note>', 'latin1'),
      'mail.txt': guest('mail'),
    },
    folder => {
      symlinkSync('.', join(folder, 'loop'));
      symlinkSync('web.xml', join(folder, 'copy.xml'));
    },
  );
  expect(output).toBe('1 file checked: nothing found\n');
  expect(error).toBe('');
});

test('a file of libvirt that cannot be read is told', async () => {
  const { exitCode, error } = await lintFolder({ 'web.xml': Buffer.from(guest('M\xfcller'), 'latin1') });
  expect(error).toContain('web.xml: is not valid UTF-8: line 2');
  expect(exitCode).toBe(2);
});
