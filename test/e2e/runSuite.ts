import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ONE_FAILED, type TestCounts } from '../support/testCounts.ts';
import { CACHE_FOLDER, workbenchObstacle } from '../support/vscode/installWorkbench.ts';

/**
 * Runs test/e2e/suite in the extension host of a real VS Code: the one that VSCODE_EXECUTABLE names, else the one that
 * npm carries where that runs, else a desktop VS Code that @vscode/test-electron downloads. With `vsix` the extension is
 * installed from that package; without, it is loaded from this folder.
 */
export async function runSuite({ vsix }: { readonly vsix?: string }): Promise<TestCounts> {
  const executable = await findExecutable();
  const suite = await buildSuite();
  const folder = mkdtempSync(join(tmpdir(), 'libvirt-xml-suite-'));
  const output = join(folder, 'output');
  const result = join(folder, 'result.json');
  const extensionsFolder = join(folder, 'extensions');
  closeSync(openSync(output, 'w'));
  const stopPrinting = printWhatComes(output);
  try {
    if (vsix) installVsix(executable, resolve(vsix), extensionsFolder, join(folder, 'user'));
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: resolve(vsix ? 'test/e2e/emptyExtension' : '.'),
      extensionTestsPath: suite,
      launchArgs: [resolve('examples'), '--extensions-dir', extensionsFolder, '--user-data-dir', join(folder, 'user')],
      extensionTestsEnv: { SUITE_OUTPUT: output, SUITE_RESULT: result },
    });
    return readCounts(result) ?? fail('The extension host ended before the tests did');
  } catch (error) {
    // A failed test has been printed; anything else has not.
    const counts = readCounts(result);
    return counts && counts.failed > 0 ? counts : fail(error);
  } finally {
    stopPrinting();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Without the file the extension host has not come to the end of the tests: that is a failure. */
function readCounts(result: string): TestCounts | undefined {
  if (!existsSync(result)) return undefined;
  const counts: TestCounts = JSON.parse(readFileSync(result, 'utf8'));
  return counts;
}

function fail(reason: unknown): TestCounts {
  console.error(reason);
  return ONE_FAILED;
}

async function findExecutable(): Promise<string> {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named) return named;
  if (workbenchObstacle()) return downloadAndUnzipVSCode({ cachePath: CACHE_FOLDER });
  const outfile = join(CACHE_FOLDER, 'build/code.mjs');
  await build({
    entryPoints: ['test/support/vscode/codeCommand.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  chmodSync(outfile, 0o755);
  return outfile;
}

/** Bundles the suite for the extension host; returns the module that exports `run()`. */
async function buildSuite(): Promise<string> {
  const outdir = join(CACHE_FOLDER, 'build/suite');
  rmSync(outdir, { recursive: true, force: true });
  const tests = readdirSync('test/e2e/suite').filter(name => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map(name => join('test/e2e/suite', name)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(outdir, 'index.cjs');
}

function installVsix(executable: string, vsix: string, extensionsFolder: string, userDataFolder: string): void {
  // A desktop VS Code installs by the command that comes with it.
  const [cli = '', ...first] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const [command, args] = existsSync(cli) ? [cli, first] : [executable, []];
  const folders = ['--extensions-dir', extensionsFolder, '--user-data-dir', userDataFolder];
  const { status } = spawnSync(command, [...args, ...folders, '--install-extension', vsix], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${vsix} could not be installed`);
}

/** Prints what is appended to a file until told to stop. */
function printWhatComes(file: string): () => void {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(65_536);
  const print = () => {
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      process.stdout.write(buffer.toString('utf8', 0, length));
    }
  };
  const timer = setInterval(print, 100);
  return () => {
    clearInterval(timer);
    print();
    closeSync(descriptor);
  };
}
