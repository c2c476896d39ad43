import { STDIN } from './commandLine.ts';
import type { ExplainEnvironment } from './environment.ts';
import type { ExitCode } from './lint.ts';
import { printable } from './printable.ts';

/** Explains a message of libvirt's, given or on standard input, in Markdown. 0: explained; 1: none that is known. */
export async function explain(message: string, environment: ExplainEnvironment): Promise<ExitCode> {
  const text = message === STDIN ? new TextDecoder().decode(await environment.readStdin()) : message;
  const explanation = environment.explain(text);
  if (explanation === undefined) {
    await environment.writeError('libvirt-xml: this is no message of libvirt that is known here\n');
    return 1;
  }
  await environment.writeOutput(explanation.split('\n').map(printable).join('\n'));
  return 0;
}
