import type { DocumentKind, RootShape } from '../schema/model.ts';
import { childElements } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';

/**
 * The kind of the document with this root element; `undefined` when it is none of ours. A document that is not claimed
 * must have the shape of its kind, since `domain` and `network` are names that other vocabularies use as well.
 */
export function identifyDocument(
  root: XmlElement,
  kinds: readonly DocumentKind[],
  claimed: boolean,
): DocumentKind | undefined {
  const candidates = kinds.filter(kind => kind.root.name === root.name);
  if (candidates.length === 0) return undefined;
  const shape = shapeOf(root, claimed);
  return candidates.find(kind => kind.matches(shape)) ?? (claimed ? candidates[0] : undefined);
}

function shapeOf(root: XmlElement, claimed: boolean): RootShape {
  const childAttributes = new Map<string, Set<string>>();
  for (const child of childElements(root)) {
    const written = childAttributes.get(child.name) ?? new Set();
    childAttributes.set(child.name, written);
    for (const attribute of child.attributes) written.add(attribute.name);
  }
  return {
    name: root.name,
    attributes: new Map(root.attributes.map(attribute => [attribute.name, attribute.value])),
    childAttributes,
    claimed,
  };
}
