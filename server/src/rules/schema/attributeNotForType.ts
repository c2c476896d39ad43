import type { BoundElement } from '../../binding/model.ts';
import { removeAttribute, renameAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { XmlAttribute, XmlDocument } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../wording.ts';
import { changeDecider, describePlace } from './decider.ts';
import { attributeNotForTypeMessage } from './libvirtMessages.ts';
import { isNamespaceDeclaration } from './namespaceDeclaration.ts';
import { findOtherPlace, type OtherPlace } from './otherPlace.ts';

/** An attribute that libvirt knows on this element, but not with the type that is written. */
export const attributeNotForType: Rule = {
  code: 'schema/attribute-not-for-type',
  severity: 'error',
  covers: [
    'IF006',
    'IF007',
    'IF008',
    'IF011',
    'IF021',
    'IF027',
    'IF032',
    'IF038',
    'VP07',
    'VP08',
    'VP09',
    'VP10',
    'TM04',
  ],
  page: {
    title: 'Attribute that belongs to another type',
    explanation:
      'Which attributes an element takes often depends on a `type` attribute: of its own or of an element around it. A bridge is named by `<source bridge=…>`, the lower device of a macvtap by `<source dev=…>`. With the wrong one libvirt misses the right one, or drops the value without a message.',
    bad: "<interface type='direct'>\n  <source bridge='eth0' mode='bridge'/>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0' mode='bridge'/>\n</interface>",
  },
  on: 'every element',
  check(element, { document, report }) {
    if (element.body.open) return;
    for (const attribute of element.xml.attributes) {
      if (attribute.name === '' || isNamespaceDeclaration(attribute.name)) continue;
      if (element.body.attributes.has(attribute.name)) continue;
      const place = findOtherPlace(element, 'attribute', attribute.name);
      if (!place) continue;
      const missing = missingRequired(element);
      const libvirtMessage = attributeNotForTypeMessage(element.xml, attribute.name);
      report({
        range: attribute.nameRange,
        message: `${attribute.name} belongs to ${describePlace(place)}. libvirt refuses it here or drops it: ${advice(element, missing)}`,
        ...(libvirtMessage !== undefined && { libvirtMessage }),
        fixes: () => fixes(document.xml, attribute, missing, place),
      });
    }
  },
};

/** The required attributes that are not written: the value may well be meant for one of them. */
export function missingRequired(element: BoundElement): readonly string[] {
  return [...element.body.attributes.values()]
    .filter(declared => declared.required && !findAttribute(element.xml, declared.name))
    .map(declared => declared.name);
}

function advice(element: BoundElement, missing: readonly string[]): string {
  if (missing.length > 0) return `<${element.xml.name}> wants ${listNames(missing, 'and')} here.`;
  const known = [...element.body.attributes.values()].filter(declared => !declared.limit).map(({ name }) => name);
  return known.length > 0
    ? `<${element.xml.name}> takes ${listNames(known, 'and')} here.`
    : `<${element.xml.name}> takes no attributes here.`;
}

function fixes(
  document: XmlDocument,
  attribute: XmlAttribute,
  missing: readonly string[],
  place: OtherPlace,
): readonly Fix[] {
  const renames = missing.map(
    (name, index): Fix => ({
      title: `Change ${attribute.name} to ${name}`,
      ...(index === 0 && { preferred: true }),
      edits: renameAttribute(document, attribute, name),
    }),
  );
  const remove: Fix = {
    title: `Remove ${attribute.name}`,
    ...(renames.length === 0 && { preferred: true }),
    edits: removeAttribute(document, attribute),
  };
  return [...renames, remove, ...changeDecider(document, place)];
}
