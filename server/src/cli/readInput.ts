import { STDIN } from './commandLine.ts';
import { decodeXml } from './decodeXml.ts';
import type { LintEnvironment } from './environment.ts';

/** A file's text, or why it could not be read. */
export type Input = { readonly text: string } | { readonly problem: string };

/** System errors (errno names) in plain words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'no such file: a part of its path is no directory',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'too many symbolic links',
};

export async function readInput(file: string, environment: LintEnvironment): Promise<Input> {
  try {
    return decodeXml(await (file === STDIN ? environment.readStdin() : environment.readFile(file)));
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS[code] ?? error.message;
}
