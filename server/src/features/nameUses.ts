import type { BoundDocument } from '../binding/model.ts';
import type { NameUse, WorkspaceAround } from '../workspace/model.ts';
import { readNames } from '../workspace/names.ts';
import type { Place } from './model.ts';

/** A place that names a thing, in the document itself or in another file. */
export interface PlacedUse extends Place {
  readonly role: NameUse['role'];
}

/** The name of a network, port group, filter or alias that stands at an offset. */
export function findNameAt(document: BoundDocument, offset: number): NameUse | undefined {
  if (document.kind === undefined && !document.claimed) return undefined;
  return readNames(document.xml).find(({ range }) => range.start <= offset && offset <= range.end);
}

/** Every place that names the same thing: of the document first, then of the other files. An alias is its domain's own. */
export function findUses(
  document: BoundDocument,
  wanted: NameUse,
  workspace: WorkspaceAround | undefined,
): readonly PlacedUse[] {
  const isSame = ({ thing, value, scope }: NameUse) =>
    thing === wanted.thing && value === wanted.value && scope === wanted.scope;
  const own = readNames(document.xml)
    .filter(isSame)
    .map(({ range, role }) => ({ range, role }));
  if (!workspace || wanted.thing === 'alias') return own;
  const others = [...workspace.files.files()]
    .filter(({ uri }) => uri !== workspace.uri)
    .flatMap(({ uri, names }) => names.filter(isSame).map(({ range, role }) => ({ uri, range, role })));
  return [...own, ...others];
}
