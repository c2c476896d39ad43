#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { endWithParent } from '../endWithParent.ts';
import { installWorkbench } from './installWorkbench.ts';
import { openWorkbench } from './openWorkbench.ts';

// Takes the place of the `code` executable where no desktop VS Code can run: the same arguments, the same exit code.
// It knows what `runTests` of @vscode/test-electron passes, and `--install-extension`.

const TIME_LIMIT = 300_000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
    'user-data-dir': { type: 'string' },
    'disable-extensions': { type: 'boolean' },
    'install-extension': { type: 'string' },
  },
});
const toPath = (value: unknown) =>
  typeof value !== 'string' ? undefined : value.startsWith('file:') ? fileURLToPath(value) : resolve(value);

async function runExtensionTests(extensionTestsPath: string): Promise<number> {
  const ending = new EventEmitter<{ exit: [code: number] }>();
  const exitCode = once(ending, 'exit');
  const exit = (code: number) => ending.emit('exit', code);
  const workbench = await openWorkbench({
    open: positionals.map(toPath).find(path => path && existsSync(path)),
    extensionDevelopmentPaths: (values.extensionDevelopmentPath ?? []).flatMap(path => toPath(path) ?? []),
    extensionTestsPath,
    extensionsFolder: toPath(values['extensions-dir']),
    disableExtensions: values['disable-extensions'] === true,
    prepare: async page => {
      // The test driver reports through these two functions of the page.
      await page.exposeFunction('codeAutomationLog', () => {});
      await page.exposeFunction('codeAutomationExit', (code: number) => exit(code));
      page.on('crash', () => exit(1));
    },
  });
  const timer = setTimeout(() => {
    console.error(`The tests did not end in ${TIME_LIMIT / 1000} s`);
    exit(1);
  }, TIME_LIMIT);
  void workbench.ended.then(() => exit(1));
  for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const])
    process.once(signal, () => exit(code));
  endWithParent();
  const code = Number((await exitCode)[0]);
  clearTimeout(timer);
  await workbench.close();
  return code;
}

function installExtension(vsix: string): number {
  const { node, serverMain } = installWorkbench();
  const folders = [
    '--extensions-dir',
    toPath(values['extensions-dir']) ?? '',
    '--server-data-dir',
    toPath(values['user-data-dir']) ?? '',
  ];
  const options = ['--accept-server-license-terms', '--install-extension', vsix];
  return spawnSync(node, [serverMain, ...folders, ...options], { stdio: 'inherit' }).status ?? 1;
}

const vsix = toPath(values['install-extension']);
const tests = toPath(values.extensionTestsPath);
if (vsix) process.exit(installExtension(vsix));
if (!tests) throw new Error('--extensionTestsPath or --install-extension is needed');
process.exit(await runExtensionTests(tests));
