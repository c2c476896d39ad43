import { parseArgs } from 'node:util';
import { HYPERVISORS } from '../rules/control/readOptions.ts';
import { parseVersion } from '../rules/target.ts';
import type { LintOptions } from './lint.ts';

export const OUTPUT_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];
export type FailOn = 'error' | 'warning';

/** What the user asked for; `misuse` carries the one line that says what is wrong with the arguments. */
export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'lsp' }
  /** The message, or `-` for standard input. */
  | { readonly kind: 'explain'; readonly message: string }
  | ({ readonly kind: 'lint' } & LintOptions)
  | { readonly kind: 'misuse'; readonly message: string };

/** The name that stands for standard input among the files. */
export const STDIN = '-';

/** The options of lint that have a value. */
const LINT_OPTIONS = ['format', 'fail-on', 'target-version', 'hypervisor', 'config'] as const;
type LintValues = Readonly<Partial<Record<(typeof LINT_OPTIONS)[number], string | undefined>>>;

/** Reads the arguments behind the program's name. `--help` and `--version` win wherever they stand. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  try {
    return readArguments(args);
  } catch (error) {
    // parseArgs throws on unknown options and missing values; the first sentence says all.
    const [message = ''] = error instanceof Error ? error.message.split(/[\n.] /) : [];
    return misuse(message.replace(/\.$/, ''));
  }
}

function readArguments(args: readonly string[]): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      'fail-on': { type: 'string' },
      'target-version': { type: 'string' },
      hypervisor: { type: 'string' },
      config: { type: 'string' },
      stdio: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...rest] = positionals;
  const [option] = LINT_OPTIONS.filter(name => values[name] !== undefined);
  if (command === 'lint') {
    return values.stdio ? misuse('--stdio belongs to lsp, not to lint') : readLint(values, rest);
  }
  if (command !== 'lsp' && command !== 'explain') {
    return misuse(
      command === undefined ? 'a command is missing: lint, explain or lsp' : `unknown command '${command}'`,
    );
  }
  if (option !== undefined) return misuse(`--${option} belongs to lint, not to ${command}`);
  if (command === 'explain') {
    return values.stdio
      ? misuse('--stdio belongs to lsp, not to explain')
      : { kind: 'explain', message: rest.length === 0 ? STDIN : rest.join(' ') };
  }
  if (rest.length > 0) return misuse(`lsp takes no files, got '${rest[0]}'`);
  return values.stdio ? { kind: 'lsp' } : misuse('lsp needs --stdio, the only way it can talk to an editor');
}

function readLint(values: LintValues, files: readonly string[]): CommandLine {
  const { format: asked = 'text', 'fail-on': failOn = 'error', 'target-version': version, hypervisor, config } = values;
  const format = OUTPUT_FORMATS.find(known => known === asked);
  if (format === undefined) return misuse(`--format is ${oneOf(OUTPUT_FORMATS)}, not '${asked}'`);
  if (failOn !== 'error' && failOn !== 'warning') return misuse(`--fail-on is error or warning, not '${failOn}'`);
  if (version !== undefined && parseVersion(version) === undefined)
    return misuse(`--target-version is a release of libvirt such as 9.0.0, not '${version}'`);
  if (hypervisor !== undefined && !HYPERVISORS.includes(hypervisor))
    return misuse(`--hypervisor is ${oneOf(HYPERVISORS)}, not '${hypervisor}'`);
  if (config === STDIN) return misuse('--config takes a file, not standard input (-)');
  if (files.length === 0) return misuse('lint needs a file, or - for standard input');
  if (files.filter(file => file === STDIN).length > 1) return misuse('standard input (-) can be read only once');
  const target = { ...(version !== undefined && { version }), ...(hypervisor !== undefined && { hypervisor }) };
  return { kind: 'lint', format, failOn, files, target, ...(config !== undefined && { config }) };
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function misuse(message: string): CommandLine {
  return { kind: 'misuse', message };
}
