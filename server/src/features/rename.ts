import type { BoundDocument } from '../binding/model.ts';
import type { NamedThing, WorkspaceAround } from '../workspace/model.ts';
import { escapeAttributeValue } from '../xml/decode.ts';
import type { TextRange } from '../xml/range.ts';
import type { PlacedEdit } from './model.ts';
import { findNameAt, findUses } from './nameUses.ts';

/** What is renamed at an offset: its place and its present name; `undefined` where nothing has a name of its own. */
export function prepareRename(
  document: BoundDocument,
  offset: number,
): { readonly range: TextRange; readonly name: string } | undefined {
  const name = findNameAt(document, offset);
  return name && { range: name.range, name: name.value };
}

/** The edits that give a new name to what is named at an offset, wherever it is named; or why the name is none. */
export function findRenameEdits(
  document: BoundDocument,
  offset: number,
  newName: string,
  workspace: WorkspaceAround | undefined,
): { readonly edits: readonly PlacedEdit[] } | { readonly problem: string } {
  const name = findNameAt(document, offset);
  if (!name) return { edits: [] };
  const problem = findProblem(name.thing, newName);
  if (problem !== undefined) return { problem };
  // Other files are known by their places alone: what is escaped for both quotes is right in texts as well.
  const text = escapeAttributeValue(newName, '"').replaceAll("'", '&apos;');
  return {
    edits: findUses(document, name, workspace).map(({ uri, range }) => ({ ...range, text, ...(uri && { uri }) })),
  };
}

function findProblem(thing: NamedThing, name: string): string | undefined {
  if (name.trim() === '') return 'A name cannot be empty.';
  if (name.trim() !== name) return 'White space around a name would be a part of it.';
  switch (thing) {
    case 'network':
      return /[/\n]/.test(name) ? 'The name of a network has no slash and no line break.' : undefined;
    case 'filter':
      return /^[\p{L}_][\p{L}\p{M}\p{N}_.·-]*$/u.test(name)
        ? undefined
        : 'The name of a filter begins with a letter or _ and has letters, digits and _ - . only.';
    case 'alias':
      return /^ua-[\w-]+$/.test(name)
        ? undefined
        : 'An alias of your own begins with ua- and has letters, digits, _ and - only; libvirt replaces any other.';
    default:
      return undefined;
  }
}
