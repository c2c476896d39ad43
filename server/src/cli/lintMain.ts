import { randomInt } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isatty } from 'node:tty';
import { version } from '../../../package.json';
import { createConfigurationFinder } from '../findConfiguration.ts';
import type { Host } from '../host.ts';
import { listXmlFiles } from '../nodeFileSystem.ts';
import { findRulePage } from '../rulePage.ts';
import { createGenerator } from '../rules/generator.ts';
import { createLanguageService } from '../service.ts';
import type { LintEnvironment } from './environment.ts';
import { type ExitCode, type LintOptions, lint } from './lint.ts';
import { openOutput } from './openOutput.ts';
import { readAll } from './readAll.ts';
import { wantsColour } from './wantsColour.ts';

const DEFAULT_WIDTH = 120;
/** Largest range that `randomInt` takes. */
const RANDOM_RANGE = 2 ** 48 - 1;

/** Entry of dist/lint.cjs: checks files of this machine and writes to this process's output. */
export function runLint(options: LintOptions): Promise<ExitCode> {
  return lint(options, createLintEnvironment());
}

/** This machine's files, and this process's input and output. */
export function createLintEnvironment(): LintEnvironment {
  const host: Host = {
    random: () => randomInt(RANDOM_RANGE) / RANDOM_RANGE,
    log: message => process.stderr.write(`libvirt-xml: ${message}\n`),
  };
  const findConfiguration = createConfigurationFinder();
  const onTerminal = isatty(process.stdout.fd);
  return {
    version,
    readFile: readFileSync,
    listFolder,
    // Standard input stands for a file of the present folder, as a relative name does.
    findConfiguration: file => findConfiguration(dirname(resolve(file))),
    readStdin: () => readAll(process.stdin),
    writeOutput: openOutput(() => process.stdout),
    writeError: openOutput(() => process.stderr),
    colour: wantsColour(onTerminal, process.env),
    width: onTerminal ? process.stdout.columns : DEFAULT_WIDTH,
    pageUrl: findRulePage,
    service: createLanguageService(host),
    generator: createGenerator(host),
  };
}

async function listFolder(path: string): Promise<readonly string[] | undefined> {
  if (!isFolder(path)) return undefined;
  const files: string[] = [];
  for await (const file of listXmlFiles(path)) files.push(file);
  return files;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Reading it tells why.
    return false;
  }
}
