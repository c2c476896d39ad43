import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { version } from '../../../package.json';
import type { Host } from '../host.ts';
import { findRulePage } from '../rulePage.ts';
import { createGenerator } from '../rules/generator.ts';
import { createLanguageService } from '../service.ts';
import type { Environment } from './environment.ts';
import { openOutput } from './openOutput.ts';
import { readAll } from './readAll.ts';
import { runCommandLine } from './runCommandLine.ts';
import { wantsColour } from './wantsColour.ts';

const DEFAULT_WIDTH = 120;
/** Largest range that `randomInt` takes. */
const RANDOM_RANGE = 2 ** 48 - 1;

const host: Host = {
  random: () => randomInt(RANDOM_RANGE) / RANDOM_RANGE,
  log: message => process.stderr.write(`libvirt-xml: ${message}\n`),
};

/** Asked of the descriptor: opening the stream takes Node a while. */
const onTerminal = isatty(1);

const environment: Environment = {
  readFile: readFileSync,
  readStdin: () => readAll(process.stdin),
  writeOutput: openOutput(() => process.stdout),
  writeError: openOutput(() => process.stderr),
  colour: wantsColour(onTerminal, process.env),
  width: onTerminal ? process.stdout.columns : DEFAULT_WIDTH,
  version,
  pageUrl: findRulePage,
  createService: () => createLanguageService(host),
  generator: createGenerator(host),
  runLanguageServer: async () => {
    // Only an editor needs it; lint starts faster without.
    const { runStdioServer } = await import('../node.ts');
    runStdioServer();
  },
};

/** Entry of dist/cli.cjs. */
runCommandLine(process.argv.slice(2), environment).then(
  exitCode => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`libvirt-xml: internal error: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  },
);
