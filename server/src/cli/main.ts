import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { createLanguageService } from '../service.ts';
import type { Environment } from './environment.ts';
import { openOutput } from './output.ts';
import { runCommandLine } from './runCommandLine.ts';
import { wantsColour } from './wantsColour.ts';

/** Entry of dist/cli.cjs; the pages of the rules stand beside dist/. */
const RULE_PAGES = join(__dirname, '..', 'docs', 'rules');
const DEFAULT_WIDTH = 120;
/** Largest range that `randomInt` takes. */
const RANDOM_RANGE = 2 ** 48 - 1;

const environment: Environment = {
  readFile,
  readStdin: () => buffer(process.stdin),
  writeOutput: openOutput(process.stdout),
  writeError: openOutput(process.stderr),
  colour: wantsColour(process.stdout.isTTY, process.env),
  width: process.stdout.columns ?? DEFAULT_WIDTH,
  version,
  pageUrl: code => {
    const page = join(RULE_PAGES, `${code}.md`);
    return existsSync(page) ? pathToFileURL(page).href : undefined;
  },
  createService: () =>
    createLanguageService({
      random: () => randomInt(RANDOM_RANGE) / RANDOM_RANGE,
      log: message => process.stderr.write(`libvirt-xml: ${message}\n`),
    }),
  runLanguageServer: async () => {
    // Only an editor needs it; lint starts faster without.
    const { runStdioServer } = await import('../node.ts');
    await runStdioServer();
  },
};

runCommandLine(process.argv.slice(2), environment).then(
  exitCode => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`libvirt-xml: internal error: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  },
);
