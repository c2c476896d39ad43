import { parseArgs } from 'node:util';

export type OutputFormat = 'text' | 'json';
export type FailOn = 'error' | 'warning';

/** What the user asked for; `misuse` carries the one line that says what is wrong with the arguments. */
export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'lsp' }
  | { readonly kind: 'lint'; readonly format: OutputFormat; readonly failOn: FailOn; readonly files: readonly string[] }
  | { readonly kind: 'misuse'; readonly message: string };

/** The name that stands for standard input among the files. */
export const STDIN = '-';

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
      stdio: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...rest] = positionals;
  if (command === 'lint') {
    if (values.stdio) return misuse('--stdio belongs to lsp, not to lint');
    return readLint(values.format ?? 'text', values['fail-on'] ?? 'error', rest);
  }
  if (command === 'lsp') {
    if (values.format !== undefined) return misuse('--format belongs to lint, not to lsp');
    if (values['fail-on'] !== undefined) return misuse('--fail-on belongs to lint, not to lsp');
    if (rest.length > 0) return misuse(`lsp takes no files, got '${rest[0]}'`);
    return values.stdio ? { kind: 'lsp' } : misuse('lsp needs --stdio, the only way it can talk to an editor');
  }
  return misuse(command === undefined ? 'a command is missing: lint or lsp' : `unknown command '${command}'`);
}

function readLint(format: string, failOn: string, files: readonly string[]): CommandLine {
  if (format !== 'text' && format !== 'json') return misuse(`--format is text or json, not '${format}'`);
  if (failOn !== 'error' && failOn !== 'warning') return misuse(`--fail-on is error or warning, not '${failOn}'`);
  if (files.length === 0) return misuse('lint needs a file, or - for standard input');
  if (files.filter(file => file === STDIN).length > 1) return misuse('standard input (-) can be read only once');
  return { kind: 'lint', format, failOn, files };
}

function misuse(message: string): CommandLine {
  return { kind: 'misuse', message };
}
