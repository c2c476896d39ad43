import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addCounts, NO_TESTS, ONE_FAILED, ONE_PASSED, type TestCounts } from './testCounts.ts';
import { CACHE_FOLDER } from './vscode/installWorkbench.ts';

const REPORTS = join(CACHE_FOLDER, 'reports');

/** A command that is one test: passed with exit code 0. */
export async function runCheck(command: string, ...args: readonly string[]): Promise<TestCounts> {
  return (await runCommand(command, ...args)) === 0 ? ONE_PASSED : ONE_FAILED;
}

function runCommand(command: string, ...args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise(resolve => {
    child.once('error', () => resolve(1));
    child.once('exit', code => resolve(code ?? 1));
  });
}

/** Runs vitest with one of its configurations; `name` is that of its report. */
export async function runVitest(name: string, config: string): Promise<TestCounts> {
  const report = join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runCommand('npx', 'vitest', 'run', '--config', config, ...reporters);
  const counts = readVitestReport(report);
  return code !== 0 && counts.failed === 0 ? addCounts(counts, ONE_FAILED) : counts;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function readVitestReport(report: string): TestCounts {
  if (!existsSync(report)) return NO_TESTS;
  const { numPassedTests, numFailedTests, numPendingTests, testResults }: VitestReport = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that cannot be loaded has no tests that could fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some(result => result.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
}

/** Runs vscode-tmgrammar-test; every assertion counts. */
export async function runGrammarTests(): Promise<TestCounts> {
  const reports = join(REPORTS, 'grammar');
  rmSync(reports, { recursive: true, force: true });
  const code = await runCommand('npm', 'run', '--silent', 'test:grammar', '--', '--xunit-report', reports);
  const suites = existsSync(reports) ? readdirSync(reports).map(name => readFileSync(join(reports, name), 'utf8')) : [];
  const sum = (attribute: string) =>
    suites.reduce((total, suite) => total + Number(new RegExp(`${attribute}="(\\d+)"`).exec(suite)?.[1] ?? 0), 0);
  const failed = Math.max(sum('failures') + sum('errors'), code === 0 ? 0 : 1);
  return { passed: Math.max(sum('tests') - failed, 0), failed, skipped: 0 };
}
