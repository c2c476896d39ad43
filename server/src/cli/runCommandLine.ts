import { parseCommandLine } from './commandLine.ts';
import type { Environment } from './environment.ts';
import type { ExitCode } from './lint.ts';
import { USAGE } from './usage.ts';

/** Does what the arguments behind the program's name ask for. */
export async function runCommandLine(args: readonly string[], environment: Environment): Promise<ExitCode> {
  const command = parseCommandLine(args);
  if (command.kind === 'lint') return environment.runLint(command);
  if (command.kind === 'explain') return environment.runExplain(command.message);
  if (command.kind === 'misuse') {
    await environment.writeError(`libvirt-xml: ${command.message}; see libvirt-xml --help\n`);
    return 2;
  }
  if (command.kind === 'lsp') environment.runLanguageServer();
  else await environment.writeOutput(command.kind === 'help' ? USAGE : `${environment.version}\n`);
  return 0;
}
