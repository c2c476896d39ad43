import type { BoundDocument } from '../../binding/model.ts';
import type { ElementDeclaration } from '../../schema/model.ts';
import { insertAttribute } from '../../xml/edit.ts';
import { ancestors } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** How an element's name is written in a document. */
export interface WrittenName {
  readonly name: string;
  /** What declares the namespace of its prefix, where nothing does so far. */
  readonly declaration: readonly TextEdit[];
}

/** The name of a new element inside `parent`, with the prefix that the document binds to its namespace. */
export function writeElementName(
  { xml }: BoundDocument,
  parent: XmlElement,
  { name, namespace }: ElementDeclaration,
): WrittenName {
  const root = xml.root;
  if (namespace === undefined || !root) return { name, declaration: [] };
  const [usualPrefix, localName] = splitName(name);
  const prefix = findPrefix(parent, namespace);
  return prefix === undefined
    ? { name, declaration: insertAttribute(xml, root, `xmlns:${usualPrefix}`, namespace) }
    : { name: `${prefix}:${localName}`, declaration: [] };
}

function splitName(name: string): readonly [prefix: string, localName: string] {
  const colon = name.indexOf(':');
  return [name.slice(0, colon), name.slice(colon + 1)];
}

function findPrefix(element: XmlElement, namespace: string): string | undefined {
  for (const place of [element, ...ancestors(element)]) {
    const bound = place.attributes.find(({ name, value }) => name.startsWith('xmlns:') && value === namespace);
    if (bound) return splitName(bound.name)[1];
  }
  return undefined;
}
