import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { version } from '../../../package.json';
import type * as LintBundle from './lintMain.ts';
import { openOutput } from './openOutput.ts';
import { runCommandLine } from './runCommandLine.ts';

/** Loads a bundle that stands beside this one. */
const load = createRequire(`${import.meta.dirname}/`);

/** Entry of dist/cli.cjs. Each command is a bundle of its own, so that a process reads only what it needs. */
runCommandLine(process.argv.slice(2), {
  version,
  writeOutput: openOutput(() => process.stdout),
  writeError: openOutput(() => process.stderr),
  runLint: options => {
    const { runLint }: typeof LintBundle = load('./lint.cjs');
    return runLint(options);
  },
  runLanguageServer: () => {
    // V8 would let the young generation grow to three times 16 MiB; held small, the server stays below 100 MiB.
    setFlagsFromString('--semi-space-growth-factor=1');
    load('./server.cjs');
  },
}).then(
  exitCode => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`libvirt-xml: internal error: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  },
);
