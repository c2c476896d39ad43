import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runSuite } from './e2e/runSuite.ts';
import { endWithParent } from './support/endWithParent.ts';
import { installSystemPackages } from './support/installSystemPackages.ts';
import { addCounts, formatCounts, NO_TESTS, type TestCounts } from './support/testCounts.ts';
import { CACHE_FOLDER, workbenchObstacle } from './support/vscode/installWorkbench.ts';
import { findChromium } from './support/vscode/openBrowser.ts';

// `npm test`: every test there is, the real VS Code included. What cannot be had is said in one line and its tests are
// skipped; with CI=true it is a failure.

interface Step {
  readonly name: string;
  /** Why it cannot run here, if so. */
  readonly obstacle?: string | undefined;
  readonly run: () => Promise<TestCounts>;
}

const REPORTS = join(CACHE_FOLDER, 'reports');
const VSIX = join(CACHE_FOLDER, 'libvirt-xml.vsix');
const ONE_PASSED: TestCounts = { ...NO_TESTS, passed: 1 };
const ONE_FAILED: TestCounts = { ...NO_TESTS, failed: 1 };

const missing = installSystemPackages();
const workbench = process.env['VSCODE_EXECUTABLE'] ? undefined : workbenchObstacle();
const chromium = findChromium() ? undefined : 'chromium is not installed and could not be got with apt-get';
// A desktop VS Code needs no browser; the npm-carried one is shown by chromium.
const host = process.env['VSCODE_EXECUTABLE'] || workbench ? undefined : chromium;

const steps: readonly Step[] = [
  { name: 'Types', run: () => check('npm', 'run', '--silent', 'typecheck') },
  { name: 'Lint', run: () => check('npm', 'run', '--silent', 'lint') },
  { name: 'Build', run: () => check('npm', 'run', '--silent', 'build') },
  { name: 'Unit tests', run: () => runVitest('unit', 'vitest.config.ts') },
  { name: 'Grammar', run: runGrammarTests },
  { name: 'VS Code, from the sources', obstacle: host, run: () => runSuite({}) },
  { name: 'Package', run: () => check('npm', 'run', '--silent', 'package', '--', '--out', VSIX) },
  { name: 'VS Code, from the package', obstacle: host, run: () => runSuite({ vsix: VSIX }) },
  {
    name: 'VS Code, the workbench',
    obstacle: workbench ?? chromium,
    run: () => runVitest('workbench', 'test/e2e/ui/vitest.config.ts'),
  },
];

/** A command that is one test: passed with exit code 0. */
async function check(command: string, ...args: readonly string[]): Promise<TestCounts> {
  return (await runCommand(command, ...args)) === 0 ? ONE_PASSED : ONE_FAILED;
}

function runCommand(command: string, ...args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise(resolve => {
    child.once('error', () => resolve(1));
    child.once('exit', code => resolve(code ?? 1));
  });
}

async function runVitest(name: string, config: string): Promise<TestCounts> {
  const report = join(REPORTS, `${name}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runCommand('npx', 'vitest', 'run', '--config', config, ...reporters);
  const counts = readVitestReport(report);
  // A file that cannot be loaded has no tests that could fail.
  return code !== 0 && counts.failed === 0 ? addCounts(counts, ONE_FAILED) : counts;
}

function readVitestReport(report: string): TestCounts {
  try {
    const {
      numPassedTests: passed,
      numFailedTests: failed,
      numPendingTests: skipped,
    } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed, failed, skipped };
  } catch {
    return NO_TESTS;
  }
}

async function runGrammarTests(): Promise<TestCounts> {
  const reports = join(REPORTS, 'grammar');
  rmSync(reports, { recursive: true, force: true });
  const code = await runCommand('npm', 'run', '--silent', 'test:grammar', '--', '--xunit-report', reports);
  const suites = existsSync(reports) ? readdirSync(reports).map(name => readFileSync(join(reports, name), 'utf8')) : [];
  const sum = (attribute: string) =>
    suites.reduce((total, suite) => total + Number(new RegExp(`${attribute}="(\\d+)"`).exec(suite)?.[1] ?? 0), 0);
  const failed = Math.max(sum('failures') + sum('errors'), code === 0 ? 0 : 1);
  return { passed: Math.max(sum('tests') - failed, 0), failed, skipped: 0 };
}

async function runStep({ name, obstacle, run }: Step): Promise<TestCounts> {
  console.log(`\n=== ${name}`);
  if (obstacle) {
    console.log(`${process.env['CI'] ? 'Failed' : 'Skipped'}: ${obstacle}`);
    return process.env['CI'] ? ONE_FAILED : { ...NO_TESTS, skipped: 1 };
  }
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return ONE_FAILED;
  }
}

endWithParent();
mkdirSync(REPORTS, { recursive: true });
const results: { readonly name: string; readonly counts: TestCounts; readonly seconds: number }[] = [];
if (missing.length > 0) {
  console.log(`Not installed (as root on Debian, apt-get would get them): ${missing.join(', ')}`);
  if (process.env['CI'])
    results.push({ name: `System packages: ${missing.join(', ')}`, counts: ONE_FAILED, seconds: 0 });
}
for (const step of steps) {
  const start = Date.now();
  results.push({ name: step.name, counts: await runStep(step), seconds: (Date.now() - start) / 1000 });
}

console.log();
for (const { name, counts, seconds } of results)
  console.log(`${name}: ${formatCounts(counts)} (${seconds.toFixed(0)} s)`);
const total = results.map(({ counts }) => counts).reduce(addCounts, NO_TESTS);
console.log(`\n${formatCounts(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
