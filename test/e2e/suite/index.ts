import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import type { TestCounts } from '../../support/testCounts.ts';

/**
 * Runs in the extension host. What mocha prints goes to the file SUITE_OUTPUT: in the browser's console it would be mixed
 * with the workbench's own lines. The counts go to the file SUITE_RESULT when all has ended: VS Code reports success
 * when its extension host dies in the middle of the tests, so a run without that file has failed.
 */
export async function run(): Promise<void> {
  const { SUITE_OUTPUT: output = '', SUITE_RESULT: result = '' } = process.env;
  const print = (...values: readonly unknown[]) => appendFileSync(output, `${format(...values)}\n`);
  const counts = await runMocha(print).catch((error: Error) => {
    print(error.stack);
    throw error;
  });
  writeFileSync(result, JSON.stringify(counts));
  // VS Code's exit code hangs on it.
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}

async function runMocha(print: (...values: readonly unknown[]) => void): Promise<TestCounts> {
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 20_000, reporter: 'spec', forbidOnly: true });
  for (const name of readdirSync(__dirname).toSorted()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  }
  const counts = { passed: 0, failed: 0, skipped: 0 };
  await new Promise<void>(resolve => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', () => counts.passed++);
    runner.on('fail', () => counts.failed++);
    runner.on('pending', () => counts.skipped++);
  });
  return counts;
}
