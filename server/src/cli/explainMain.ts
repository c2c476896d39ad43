import { explainText } from '../features/explainText.ts';
import { findRulePage } from '../rulePage.ts';
import { explain } from './explain.ts';
import type { ExitCode } from './lint.ts';
import { openOutput } from './openOutput.ts';
import { readAll } from './readAll.ts';

/** Entry of dist/explain.cjs. */
export function runExplain(message: string): Promise<ExitCode> {
  return explain(message, {
    readStdin: () => readAll(process.stdin),
    writeOutput: openOutput(() => process.stdout),
    writeError: openOutput(() => process.stderr),
    explain: text => explainText(text, findRulePage),
  });
}
