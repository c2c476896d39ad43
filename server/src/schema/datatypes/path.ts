import type { Datatype, ValueProblem } from './datatype.ts';
import { text } from './text.ts';

/** A path from the root directory (or from a Windows drive); `directory` is where such files usually are. */
export function absolutePath(directory = '/'): Datatype {
  return { label: 'absolute path', check: value => check(value, directory) };
}

/** Any path; libvirt's schema only refuses the empty one. */
export const filePath: Datatype = text({ label: 'path' });

function check(value: string, directory: string): ValueProblem | undefined {
  if (/^(?:\/|[a-zA-Z]:\\)[^\n\r]+$/.test(value)) {
    return undefined;
  }
  const trimmed = value.trim();
  if (trimmed === '') {
    return { code: 'value/bad-format', message: 'is empty: write an absolute path' };
  }
  const onlyBlanks = trimmed !== value && /^\/[^\n\r]+$/.test(trimmed);
  const meant = onlyBlanks ? trimmed : fromRoot(trimmed.replace(/[\n\r]+/g, ''), directory);
  return {
    code: 'value/bad-format',
    message: `is no absolute path: write it from the root directory, such as ${meant}`,
    ...(meant.length > 1 && { replacements: [meant] }),
    ...(onlyBlanks && { confident: true as const }),
  };
}

/** A path that only lacks the first slash gets it; any other is put below the directory. */
function fromRoot(path: string, directory: string): string {
  const bare = path.replace(/^(?:\.{0,2}\/+)+/, '');
  return /^(?:dev|etc|home|opt|root|run|srv|tmp|usr|var)\//.test(bare) ? `/${bare}` : `${directory}${bare}`;
}
