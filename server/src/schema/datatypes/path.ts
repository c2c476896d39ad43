import type { Datatype, ValueDeclaration, ValueProblem } from './datatype.ts';
import { text } from './text.ts';

/** A path from the root directory (or from a Windows drive). */
export function absolutePath(values?: readonly ValueDeclaration[]): Datatype {
  const label = 'absolute path';
  return values ? { label, values, check } : { label, check };
}

/** Any path; libvirt's schema only refuses the empty one. */
export const filePath: Datatype = text({ label: 'path' });

function check(value: string): ValueProblem | undefined {
  if (/^(?:\/|[a-zA-Z]:\\)[^\n\r]+$/.test(value)) {
    return undefined;
  }
  if (value.trim() === '') {
    return { code: 'value/bad-format', message: 'is empty: write an absolute path' };
  }
  const trimmed = value.trim();
  return {
    code: 'value/bad-format',
    message: `is no absolute path: write it from the root directory, such as /${trimmed.replace(/^\.?\/+/, '').replace(/[\n\r]+/g, '')}`,
    ...(trimmed !== value && /^\/[^\n\r]+$/.test(trimmed) ? { replacements: [trimmed], confident: true as const } : {}),
  };
}
