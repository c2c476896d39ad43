#!/usr/bin/env node
import { createRequire } from 'node:module';
import { version } from '../../../package.json';
import type * as ExplainBundle from './explainMain.ts';
import type * as LintBundle from './lintMain.ts';
import { loadServer } from './loadServer.ts';
import { openOutput } from './openOutput.ts';
import { runCommandLine } from './runCommandLine.ts';

/** Loads a bundle that stands beside this one. */
const load = createRequire(`${import.meta.dirname}/`);

/** Entry of dist/cli.cjs. Each command is a bundle of its own, so that a process reads only what it needs. */
runCommandLine(process.argv.slice(2), {
  version,
  writeOutput: openOutput(() => process.stdout),
  writeError: openOutput(() => process.stderr),
  runExplain: message => {
    const { runExplain }: typeof ExplainBundle = load('./explain.cjs');
    return runExplain(message);
  },
  runLint: options => {
    const { runLint }: typeof LintBundle = load('./lint.cjs');
    return runLint(options);
  },
  runLanguageServer: () => loadServer(import.meta.dirname),
}).then(
  exitCode => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`libvirt-xml: internal error: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  },
);
