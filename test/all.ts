import { join } from 'node:path';
import { runSuite } from './e2e/runSuite.ts';
import { endWithParent } from './support/endWithParent.ts';
import { installSystemPackages } from './support/installSystemPackages.ts';
import { addCounts, formatCounts, NO_TESTS, ONE_FAILED, type TestCounts } from './support/testCounts.ts';
import { runCheck, runGrammarTests, runVitest } from './support/testRunners.ts';
import { CACHE_FOLDER, workbenchObstacle } from './support/vscode/installWorkbench.ts';
import { findChromium } from './support/vscode/openBrowser.ts';

// `npm test`: every test there is, the real VS Code included. What cannot be had is said in one line and its tests are
// skipped; with CI=true it is a failure.

interface Step {
  readonly name: string;
  /** Why it cannot run here, if so. */
  readonly obstacle?: string | undefined;
  /** The steps that must have passed: what an earlier run has left behind is not tested. */
  readonly after?: readonly string[];
  readonly run: () => Promise<TestCounts>;
}

const VSIX = join(CACHE_FOLDER, 'libvirt-xml.vsix');

const inCi = Boolean(process.env['CI']);
const missing = installSystemPackages();
const chromium = findChromium() ? undefined : 'chromium is not installed and could not be got with apt-get';
// A desktop VS Code needs no browser; the npm-carried one is shown by chromium.
const host = process.env['VSCODE_EXECUTABLE'] || workbenchObstacle() ? undefined : chromium;

const results: { readonly name: string; readonly counts: TestCounts; readonly seconds: number }[] = [];

const steps: readonly Step[] = [
  { name: 'Types', run: () => runCheck('npm', 'run', '--silent', 'typecheck') },
  { name: 'Lint', run: () => runCheck('npm', 'run', '--silent', 'lint') },
  { name: 'Build', run: () => runCheck('npm', 'run', '--silent', 'build') },
  { name: 'Unit tests', run: () => runVitest('unit', 'vitest.config.ts') },
  { name: 'Grammar', run: runGrammarTests },
  { name: 'VS Code, from the sources', obstacle: host, after: ['Build'], run: () => runSuite({}) },
  { name: 'Package', after: ['Build'], run: () => runCheck('npm', 'run', '--silent', 'package', '--', '--out', VSIX) },
  { name: 'VS Code, from the package', obstacle: host, after: ['Package'], run: () => runSuite({ vsix: VSIX }) },
  {
    name: 'VS Code, the workbench',
    obstacle: workbenchObstacle() ?? chromium,
    after: ['Build'],
    run: () => runVitest('workbench', 'test/e2e/ui/vitest.config.ts'),
  },
];

async function runStep({ name, obstacle, after = [], run }: Step): Promise<TestCounts> {
  console.log(`\n=== ${name}`);
  const failed = results.find(result => after.includes(result.name) && result.counts.failed > 0);
  if (failed) {
    console.log(`Failed: ${failed.name} has failed`);
    return ONE_FAILED;
  }
  if (obstacle) {
    console.log(`${inCi ? 'Failed' : 'Skipped'}: ${obstacle}`);
    return inCi ? ONE_FAILED : { ...NO_TESTS, skipped: 1 };
  }
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return ONE_FAILED;
  }
}

endWithParent();
if (missing.length > 0) {
  console.log(`Not installed (as root on Debian, apt-get would get them): ${missing.join(', ')}`);
  if (inCi) results.push({ name: `System packages: ${missing.join(', ')}`, counts: ONE_FAILED, seconds: 0 });
}
for (const step of steps) {
  const start = Date.now();
  results.push({ name: step.name, counts: await runStep(step), seconds: (Date.now() - start) / 1000 });
}

console.log();
for (const { name, counts, seconds } of results) {
  console.log(`${name}: ${formatCounts(counts)} (${seconds.toFixed(0)} s)`);
}
const total = results.map(({ counts }) => counts).reduce(addCounts, NO_TESTS);
console.log(`\n${formatCounts(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
