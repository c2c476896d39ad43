import type { BoundDocument } from '../binding/model.ts';
import type { WorkspaceAround } from '../workspace/model.ts';
import type { Place } from './model.ts';
import { findNameAt, findUses } from './nameUses.ts';

/** Where the network, port group, filter or alias that is named at an offset is defined; more than one where files disagree. */
export function findDefinition(
  document: BoundDocument,
  offset: number,
  workspace: WorkspaceAround | undefined,
): readonly Place[] {
  const name = findNameAt(document, offset);
  return name ? findUses(document, name, workspace).filter(({ role }) => role === 'definition') : [];
}
