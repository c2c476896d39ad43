import { PLACEHOLDER } from '../xml/characters.ts';
import { findChild, textContent, walkElements } from '../xml/query.ts';
import type { XmlDocument, XmlElement } from '../xml/tree.ts';
import type { NameUse } from './model.ts';
import { textRange } from './placed.ts';
import { findReferencePlace, namingAttributes, namingElements } from './referenceFamilies.ts';

/** Every place of a document that names a thing: a network, a port group, a filter, an alias. */
export function readNames(xml: XmlDocument): readonly NameUse[] {
  const uses: NameUse[] = [];
  for (const element of walkElements(xml)) {
    for (const { name, value, valueRange } of element.attributes) {
      if (!namingAttributes.has(name)) continue;
      const place = findReferencePlace(element.parent?.name, element.name, name);
      if (!place?.family.thing || !valueRange || value === '' || isOpen(value)) continue;
      const { thing } = place.family;
      uses.push({
        thing,
        role: place.role,
        value,
        range: valueRange,
        scope: thing === 'portgroup' ? networkOf(element) : undefined,
      });
    }
    if (!namingElements.has(element.name)) continue;
    const place = findReferencePlace(element.parent?.name, element.name);
    const range = place?.family.thing && textRange(element);
    const value = textContent(element).trim();
    if (place?.family.thing && range && !isOpen(value))
      uses.push({ thing: place.family.thing, role: place.role, value, range });
  }
  return uses;
}

/** Whether a placeholder of a template leaves open what stands there. */
export function isOpen(value: string): boolean {
  return value.includes(String.fromCharCode(PLACEHOLDER));
}

/** The network that a port group belongs to: beside it in `<source>`, above it in `<network>`. */
function networkOf({ name, parent, attributes }: XmlElement): string | undefined {
  if (name === 'source') return attributes.find(attribute => attribute.name === 'network')?.value;
  const network = parent && findChild(parent, 'name');
  return network && textContent(network).trim();
}
