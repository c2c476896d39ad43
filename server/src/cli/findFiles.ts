import { STDIN } from './commandLine.ts';
import type { LintEnvironment } from './environment.ts';

/** A file to check. */
export interface FoundFile {
  readonly file: string;
  /** It was named itself; otherwise it was found in a folder, and counts only if it is one of libvirt's. */
  readonly named: boolean;
}

/** The files to check, each once: those that are named, and the XML files of the folders that are, in the order of their names. */
export async function findFiles(
  names: readonly string[],
  { listFolder }: Pick<LintEnvironment, 'listFolder'>,
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const name of names) {
    const listed = name === STDIN ? undefined : await listFolder(name);
    const files = listed?.toSorted() ?? [name];
    for (const file of files) if (!found.has(file)) found.set(file, { file, named: listed === undefined });
  }
  return [...found.values()];
}
