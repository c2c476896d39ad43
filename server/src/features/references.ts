import type { BoundDocument } from '../binding/model.ts';
import type { WorkspaceAround } from '../workspace/model.ts';
import type { Place } from './model.ts';
import { findNameAt, findUses } from './nameUses.ts';

/** Every place that refers to what is named at an offset; with `declaration` also the one that defines it. */
export function findReferences(
  document: BoundDocument,
  offset: number,
  workspace: WorkspaceAround | undefined,
  options: { readonly declaration: boolean },
): readonly Place[] {
  const name = findNameAt(document, offset);
  if (!name) return [];
  return findUses(document, name, workspace).filter(({ role }) => options.declaration || role === 'reference');
}
