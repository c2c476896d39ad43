import type { BoundElement } from '../../binding/model.ts';
import type { AttributeDeclaration } from '../../schema/model.ts';
import { insertAttribute, renameAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { XmlAttribute, XmlDocument } from '../../xml/tree.ts';
import type { Fix, Generator } from '../finding.ts';
import { fittingAddress } from '../network/fittingAddress.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { changeDecider } from './decider.ts';
import { missingAttributeMessage } from './libvirtMessages.ts';
import { isNamespaceDeclaration } from './namespaceDeclaration.ts';
import { isNetworking, networkMissingAttributeMessage } from './networkMessages.ts';
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
    'NW26',
    'NW35',
    'NW47',
    'NW52',
    'NW52',
    'NW63',
    'NW84',
    'HI01',
    'HI02',
    'HI08',
    'HI12',
    'HI13',
    'IP01',
    'IP14',
    'LK02',
    'FR04',
    'PF02',
    'PF04',
    'PF05',
    'VU05',
    'VL03',
  ],
  page: {
    title: 'Required attribute is missing',
    explanation:
      "libvirt, or its schema, demands the attribute in this place. The message of libvirt is `Missing required attribute 'dev' in element 'source'`; where only the schema demands it, `virsh edit` and `virsh define --validate` refuse the document.",
    bad: "<interface type='direct'>\n  <source mode='bridge'/>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0' mode='bridge'/>\n</interface>",
  },
  on: 'every element',
  check(element, context) {
    for (const declared of element.body.attributes.values()) {
      if (!declared.required || findAttribute(element.xml, declared.name)) continue;
      if (!isMeantByAnother(element, declared)) reportMissing(element, declared, context);
    }
  },
};

function reportMissing(element: BoundElement, missing: AttributeDeclaration, { document, report }: RuleContext): void {
  const wrong = findUnread(element);
  const { name } = element.xml;
  const libvirtMessage = isNetworking(document)
    ? networkMissingAttributeMessage(element.xml, missing.name, document.xml)
    : missingAttributeMessage(element.xml, missing.name);
  const refused = libvirtMessage === undefined ? "libvirt's schema refuses it without" : 'libvirt refuses it without';
  report({
    range: wrong?.nameRange ?? element.xml.nameRange,
    message: `<${name}> lacks ${missing.name}: ${refused}. ${advice(missing, wrong)}`,
    ...(libvirtMessage !== undefined && { libvirtMessage }),
    fixes: generator => fixes(element, missing, wrong, document.xml, generator),
  });
}

/** One mistake, one finding: a misspelt or misplaced attribute that is likely this one is reported by its own rule. */
function isMeantByAnother(element: BoundElement, missing: AttributeDeclaration): boolean {
  return element.xml.attributes.some(
    attribute =>
      !element.body.attributes.has(attribute.name) &&
      !isNamespaceDeclaration(attribute.name) &&
      (nearestAttributes(element, attribute)[0] === missing.name ||
        findOtherPlace(element, 'attribute', attribute.name) !== undefined),
  );
}

/** An attribute that the schema lets pass and libvirt does not read: its value may be meant for the missing one. */
function findUnread(element: BoundElement): XmlAttribute | undefined {
  return element.xml.attributes.find(attribute => element.body.attributes.get(attribute.name)?.limit);
}

function advice(missing: AttributeDeclaration, wrong: XmlAttribute | undefined): string {
  return wrong
    ? `${wrong.name} is not read here: write ${missing.name} instead.`
    : `Add ${missing.name} (${missing.type.label}).`;
}

function fixes(
  element: BoundElement,
  missing: AttributeDeclaration,
  wrong: XmlAttribute | undefined,
  document: XmlDocument,
  generator: Generator,
): readonly Fix[] {
  const add: Fix = {
    title: `Add ${missing.name}`,
    ...(!wrong && { preferred: true }),
    edits: insertAttribute(
      document,
      element.xml,
      missing.name,
      fittingAddress(element.xml, missing.name) ?? sampleValue(missing, generator),
    ),
  };
  if (!wrong) return [add];
  const place = findOtherPlace(element, 'attribute', wrong.name);
  const rename: Fix = {
    title: `Change ${wrong.name} to ${missing.name}`,
    preferred: true,
    edits: renameAttribute(document, wrong, missing.name),
  };
  return [rename, ...(place ? changeDecider(document, place) : []), add];
}
