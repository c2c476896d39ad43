import { findRootName } from '../protocol.ts';
import { factRoots } from '../workspace/fileFacts.ts';
import { createWorkspaceIndex, type WorkspaceIndex } from '../workspace/workspaceIndex.ts';
import { parseXml } from '../xml/parse.ts';
import { STDIN } from './commandLine.ts';
import type { LintEnvironment } from './environment.ts';
import type { FoundFile } from './findFiles.ts';
import { readInput } from './readInput.ts';

/** What the files of a run know of each other, under the names that they have on the command line; a single file stands alone. */
export async function readWorkspace(
  files: readonly FoundFile[],
  environment: LintEnvironment,
): Promise<WorkspaceIndex | undefined> {
  if (files.length < 2) return undefined;
  const index = createWorkspaceIndex();
  for (const { file } of files) {
    // It can be read once only, and has no name that another file could lead to.
    const input = file === STDIN ? undefined : await readInput(file, environment);
    const text = input && 'text' in input ? withoutByteOrderMark(input.text) : '';
    if (!factRoots.has(findRootName(text) ?? '')) continue;
    const facts = environment.service.readFacts(file, parseXml(text));
    if (facts) index.set(facts);
  }
  return index;
}

export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
