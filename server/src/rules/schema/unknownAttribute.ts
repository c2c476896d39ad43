import type { BoundElement } from '../../binding/model.ts';
import { findSimilar } from '../../schema/datatypes/similarity.ts';
import { removeAttribute, renameAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { XmlAttribute, XmlDocument } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { didYouMean, listNames } from '../wording.ts';
import { isNamespaceDeclaration } from './namespaceDeclaration.ts';
import { findOtherPlace } from './otherPlace.ts';

/** An attribute that libvirt does not know on this element, whatever its type. */
export const unknownAttribute: Rule = {
  code: 'schema/unknown-attribute',
  severity: 'error',
  covers: ['IF041', 'IF042', 'VP30'],
  page: {
    title: 'Attribute that libvirt does not know here',
    explanation:
      'libvirt reads the attributes it knows and passes over all others. A misspelt attribute is therefore **lost without a message** when the document is defined: `<mac adress="…"/>` gives the guest a random address. Only the schema notices, which `virsh edit` and `virsh define --validate` ask.',
    bad: "<interface type='network' trustGuestRxFilter='yes'>\n  <source network='default'/>\n</interface>",
    good: "<interface type='network' trustGuestRxFilters='yes'>\n  <source network='default'/>\n</interface>",
  },
  on: 'every element',
  check(element, { document, report }) {
    if (element.body.open) return;
    for (const attribute of element.xml.attributes) {
      if (attribute.name === '' || isNamespaceDeclaration(attribute.name)) continue;
      if (element.body.attributes.has(attribute.name)) continue;
      if (findOtherPlace(element, 'attribute', attribute.name)) continue;
      const near = nearestAttributes(element, attribute);
      report({
        range: attribute.nameRange,
        message: `${attribute.name} is unknown on <${element.xml.name}>: virsh define drops it without a word, virsh edit and --validate refuse it. ${advice(element, near)}`,
        fixes: () => fixes(document.xml, attribute, near),
      });
    }
  },
};

/** Names that are not written yet and look like this one; a required one is likelier than its spelling alone tells. */
export function nearestAttributes(element: BoundElement, attribute: XmlAttribute): readonly string[] {
  const free = [...element.body.attributes.values()].filter(declared => !findAttribute(element.xml, declared.name));
  return findSimilar(
    attribute.name,
    free.map(declared => declared.name),
  );
}

function advice(element: BoundElement, near: readonly string[]): string {
  if (near.length > 0) return didYouMean(near);
  const known = [...element.body.attributes.keys()];
  return known.length > 0
    ? `<${element.xml.name}> takes ${listNames(known, 'and')}.`
    : `<${element.xml.name}> takes no attributes.`;
}

function fixes(document: XmlDocument, attribute: XmlAttribute, near: readonly string[]): readonly Fix[] {
  return [
    ...near.map(
      (name, index): Fix => ({
        title: `Change ${attribute.name} to ${name}`,
        ...(index === 0 && { preferred: true }),
        edits: renameAttribute(document, attribute, name),
      }),
    ),
    {
      title: `Remove ${attribute.name}`,
      ...(near.length === 0 && { preferred: true }),
      edits: removeAttribute(document, attribute),
    },
  ];
}
