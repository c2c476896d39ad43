import type { BoundDocument } from '../binding/model.ts';
import { findReferencePlace, type ReferenceFamily, type ReferencePlace } from '../workspace/referenceFamilies.ts';
import { locate } from '../xml/locate.ts';
import { walkElements } from '../xml/query.ts';
import type { XmlAttribute, XmlDocument } from '../xml/tree.ts';
import { findTagNames } from './linkedRanges.ts';
import type { Highlight } from './model.ts';

/**
 * On a tag's name: both tags of the element. On a value that names something: everything in the document that names
 * the same, the definition as `write`, the references as `read`.
 */
export function findHighlights(document: BoundDocument, offset: number): readonly Highlight[] {
  if (document.kind === undefined) return [];
  const { element } = locate(document.xml, offset);
  if (element === undefined) return [];
  const names = findTagNames(element, offset);
  if (names !== undefined) return names.map(({ start, end }) => ({ start, end, kind: 'text' }));
  const attribute = element.attributes.find(candidate => holdsValueAt(candidate, offset));
  return attribute === undefined ? [] : findSameReferences(document.xml, attribute);
}

function holdsValueAt({ valueRange }: XmlAttribute, offset: number): boolean {
  return valueRange !== undefined && valueRange.start <= offset && offset <= valueRange.end;
}

function findSameReferences(xml: XmlDocument, attribute: XmlAttribute): readonly Highlight[] {
  const family = placeOf(attribute)?.family;
  if (family === undefined || attribute.value === '') return [];
  const wanted = identityOf(attribute, family);
  const highlights: Highlight[] = [];
  for (const element of walkElements(xml)) {
    for (const candidate of element.attributes) {
      const place = placeOf(candidate);
      const { valueRange } = candidate;
      if (place?.family !== family || valueRange === undefined || identityOf(candidate, family) !== wanted) continue;
      highlights.push({ ...valueRange, kind: place.role === 'definition' ? 'write' : 'read' });
    }
  }
  return highlights;
}

function placeOf({ owner, name }: XmlAttribute): ReferencePlace | undefined {
  return findReferencePlace(owner.parent?.name, owner.name, name);
}

function identityOf(attribute: XmlAttribute, family: ReferenceFamily): string {
  return family.ignoreCase === true ? attribute.value.toLowerCase() : attribute.value;
}
