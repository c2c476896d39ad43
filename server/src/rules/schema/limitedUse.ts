import type { BoundElement } from '../../binding/model.ts';
import type { Driver } from '../../schema/documentation.ts';
import type { AttributeDeclaration, Limit } from '../../schema/model.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { TextEdit, TextRange } from '../../xml/range.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { missingRequired } from './attributeNotForType.ts';
import { limitMessage } from './libvirtMessages.ts';
import { isNetworking, networkLimitMessage } from './networkMessages.ts';

/** What the catalogue says that libvirt's schema lets pass here, but libvirt then drops. */
export const noEffect: Rule = {
  code: 'schema/no-effect',
  severity: 'warning',
  covers: [],
  page: {
    title: 'Accepted, but without effect here',
    explanation:
      'The schema of libvirt lets this stand here, and libvirt then does nothing with it: it is not read for this type of interface, or it is output that libvirt writes itself. The guest runs without what the line seems to promise.',
    bad: "<interface type='direct'>\n  <source dev='eth0' mode='bridge'/>\n  <filterref filter='clean-traffic'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <filterref filter='clean-traffic'/>\n</interface>",
  },
  on: 'every element',
  check: (element, context) => checkLimits(element, context, isDropped),
};

/** What the catalogue says that libvirt's schema lets pass here, but libvirt refuses later. */
export const refusedLater: Rule = {
  code: 'schema/refused-later',
  severity: 'error',
  covers: [],
  page: {
    title: 'Passes the schema, but libvirt refuses it here',
    explanation:
      'The schema of libvirt lets this stand here, so `virt-xml-validate` is content; libvirt itself refuses it for this type of interface, either when the document is defined or when the guest is started.',
    bad: "<interface type='direct'>\n  <source dev='eth0' mode='bridge'/>\n  <mtu size='9000'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <mtu size='9000'/>\n</interface>",
  },
  on: 'every element',
  check: (element, context) => checkLimits(element, context, limit => !isDropped(limit)),
};

/** Whether libvirt passes over it; else it refuses it. */
export function isDropped({ effect }: Limit): boolean {
  return effect === 'ignored' || effect === 'output-only';
}

function checkLimits(element: BoundElement, context: RuleContext, applies: (limit: Limit) => boolean): void {
  for (const attribute of element.xml.attributes) {
    const declared = element.body.attributes.get(attribute.name);
    if (!declared || (!declared.limit && !declared.type.unlisted)) continue;
    // What is not read may stand for the required attribute that is missing; that finding tells.
    if (findAttribute(element.xml, attribute.name) !== attribute || missingRequired(element).length > 0) continue;
    checkAttribute(element, attribute, declared, context, applies);
  }
  for (const { xml: child } of element.children) {
    const limit = element.body.children.get(child.name)?.limit;
    if (!limit || !applies(limit) || !holdsFor(limit, context.driver)) continue;
    const remove = removalOf(child, context);
    reportLimit(context, element, limit, child.nameRange, `<${child.name}>`, remove);
  }
}

function checkAttribute(
  element: BoundElement,
  attribute: XmlAttribute,
  declared: AttributeDeclaration,
  context: RuleContext,
  applies: (limit: Limit) => boolean,
): void {
  const counts = (limit: Limit | undefined): limit is Limit =>
    limit !== undefined && applies(limit) && holdsFor(limit, context.driver);
  const remove = () => removeAttribute(context.document.xml, attribute);
  if (counts(declared.limit)) {
    reportLimit(context, element, declared.limit, attribute.nameRange, declared.name, remove);
  }
  const ofValue = declared.type.unlisted?.find(({ value }) => value === attribute.value)?.limit;
  if (!counts(ofValue)) return;
  if (!declared.required) reportLimit(context, element, ofValue, valueRange(attribute), declared.name, remove);
  else
    reportLimit(context, element, ofValue, valueRange(attribute), `<${element.xml.name}>`, removal(element, context));
}

function removalOf(element: XmlElement, { document }: RuleContext): () => readonly TextEdit[] {
  return () => removeElement(document.xml, element);
}

/** Removes the whole element, unless that would leave its parent without something required. */
function removal({ xml, parent }: BoundElement, context: RuleContext): (() => readonly TextEdit[]) | undefined {
  const needed = parent === undefined || parent.body.children.get(xml.name)?.required;
  return needed ? undefined : removalOf(xml, context);
}

function holdsFor(limit: Limit, driver: Driver): boolean {
  return limit.drivers === undefined || limit.drivers.includes(driver);
}

function reportLimit(
  context: RuleContext,
  element: BoundElement,
  limit: Limit,
  range: TextRange,
  name: string,
  remove: (() => readonly TextEdit[]) | undefined,
): void {
  const { document } = context;
  const libvirtMessage =
    limit.libvirtMessage === undefined || !isNetworking(document)
      ? limit.libvirtMessage && limitMessage(limit.libvirtMessage, element.xml)
      : networkLimitMessage(limit.libvirtMessage, element.xml, document.xml);
  context.report({
    range,
    message: `${limit.reason} ${limit.instead}`,
    ...(isDropped(limit) && { unnecessary: true }),
    ...(libvirtMessage !== undefined && { libvirtMessage }),
    ...(remove && {
      fixes: () => [
        {
          title: `Remove ${name}`,
          preferred: true,
          ...(limit.effect === 'output-only' && { safe: true }),
          edits: remove(),
        },
      ],
    }),
  });
}
