import type { BoundElement } from '../../binding/model.ts';
import type { AttributeDeclaration } from '../../schema/model.ts';
import { insertAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { isNamespaceDeclaration } from './namespaceDeclaration.ts';
import { findOtherPlace } from './otherPlace.ts';
import { sampleValue } from './skeleton.ts';
import { nearestAttributes } from './unknownAttribute.ts';

/** A required attribute that is not written. */
export const missingAttribute: Rule = {
  code: 'schema/missing-attribute',
  severity: 'error',
  covers: [
    'IF001',
    'IF006',
    'IF007',
    'IF008',
    'IF012',
    'IF013',
    'IF020',
    'IF021',
    'IF025',
    'IF027',
    'IF030',
    'MAC07',
    'TGT05',
    'TGT07',
  ],
  page: {
    title: 'Required attribute is missing',
    explanation:
      "libvirt, or its schema, demands the attribute in this place. The message of libvirt is `Missing required attribute 'dev' in element 'source'`; where only the schema demands it, `virsh edit` and `virsh define --validate` refuse the document.",
    bad: "<interface type='direct'>\n  <source mode='bridge'/>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0' mode='bridge'/>\n</interface>",
  },
  on: 'every element',
  check(element, { document, report }) {
    for (const declared of element.body.attributes.values()) {
      if (!declared.required || findAttribute(element.xml, declared.name)) continue;
      if (isMeantByAnother(element, declared)) continue;
      report({
        range: element.xml.nameRange,
        message: `<${element.xml.name}> lacks ${declared.name}: libvirt refuses it without. Add ${declared.name} (${declared.type.label}).`,
        libvirtMessage: `Missing required attribute '${declared.name}' in element '${element.xml.name}'`,
        fixes: generator => [
          {
            title: `Add ${declared.name}`,
            preferred: true,
            edits: insertAttribute(document.xml, element.xml, declared.name, sampleValue(declared, generator)),
          },
        ],
      });
    }
  },
};

/** One mistake, one finding: a misspelt or misplaced attribute that is likely this one is reported by its own rule. */
function isMeantByAnother(element: BoundElement, missing: AttributeDeclaration): boolean {
  return element.xml.attributes.some(
    attribute =>
      !element.body.attributes.has(attribute.name) &&
      !isNamespaceDeclaration(attribute.name) &&
      (nearestAttributes(element, attribute)[0] === missing.name || isOfAnotherType(element, attribute.name)),
  );
}

function isOfAnotherType(element: BoundElement, name: string): boolean {
  return findOtherPlace(element, 'attribute', name) !== undefined;
}
