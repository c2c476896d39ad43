import type { BoundElement } from '../../binding/model.ts';
import type { Documentation } from '../../schema/documentation.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { findAttribute, textContent } from '../../xml/query.ts';
import type { TextEdit, TextRange } from '../../xml/range.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { formatVersion, isOlder, type LibvirtVersion, NEWEST_VERSION, parseVersion } from '../target.ts';

/** An element, attribute or value that the libvirt release which the document is meant for does not know yet. */
export const newerThanTarget: Rule = {
  code: 'version/newer-than-target',
  severity: 'warning',
  covers: ['PB07'],
  page: {
    title: 'Newer than the libvirt release that the document is meant for',
    explanation:
      'The setting `libvirt-xml.target.version` (`--target-version` on the command line) names the release of libvirt that will read the document. What came later is unknown there: an older libvirt drops the element or attribute without a message, its schema refuses it, and an unknown value is refused by both. Without the setting the newest release is taken, and this finding never comes.',
    target: '9.0.0',
    bad: "<interface type='user'>\n  <mac address='52:54:00:00:00:01'/>\n  <backend type='passt' hostname='vm1'/>\n</interface>",
    good: "<interface type='user'>\n  <mac address='52:54:00:00:00:01'/>\n  <backend type='passt'/>\n</interface>",
  },
  on: 'every element',
  check(element, context) {
    if (!isOlder(context.version, NEWEST_VERSION) || isInsideNewer(element, context)) return;
    if (reportNewer(context, describeElement(element, context))) return;
    checkAttributes(element, context);
    checkText(element, context);
  },
};

/** Something written that may be newer than the target. */
interface Written {
  readonly range: TextRange;
  readonly name: string;
  readonly documentation: Documentation;
  /** Takes it out; absent where something must stand in its place. */
  readonly remove?: () => readonly TextEdit[];
}

/** An element inside a newer one is told with it. */
function isInsideNewer({ parent }: BoundElement, context: RuleContext): boolean {
  for (let outer = parent; outer; outer = outer.parent) {
    if (findNewer(outer.declaration.documentation, context)) return true;
  }
  return false;
}

function describeElement({ xml, declaration, parent }: BoundElement, { document }: RuleContext): Written {
  const removable = parent !== undefined && !parent.body.children.get(declaration.name)?.required;
  return {
    range: xml.nameRange,
    name: `<${xml.name}>`,
    documentation: declaration.documentation,
    ...(removable && { remove: () => removeElement(document.xml, xml) }),
  };
}

function checkAttributes({ xml, body }: BoundElement, context: RuleContext): void {
  // What else may stand in an element can hang on such an attribute.
  const deciding = new Set(body.selections.map(({ variants }) => variants.attribute));
  for (const { name, documentation, type, required } of body.attributes.values()) {
    const attribute = findAttribute(xml, name);
    if (!attribute) continue;
    const removable = !required && !deciding.has(name);
    const remove = removable && { remove: () => removeAttribute(context.document.xml, attribute) };
    const range = attribute.nameRange;
    if (reportNewer(context, { range, name: `${name} of <${xml.name}>`, documentation, ...remove })) continue;
    const value = type.values?.find(candidate => candidate.value === attribute.value);
    if (!value || !attribute.valueRange) continue;
    reportNewer(context, {
      range: attribute.valueRange,
      name: `${name}='${value.value}'`,
      documentation: value.documentation,
      ...remove,
    });
  }
}

function checkText({ xml, body }: BoundElement, context: RuleContext): void {
  if (!body.text?.values) return;
  const written = textContent(xml).trim();
  const value = body.text.values.find(candidate => candidate.value === written);
  const node = xml.children.find(child => child.kind === 'text' && child.value.trim() === written);
  if (value && node) reportNewer(context, { range: node, name: `'${written}'`, documentation: value.documentation });
}

function reportNewer(context: RuleContext, { range, name, documentation, remove }: Written): boolean {
  const since = findNewer(documentation, context);
  if (!since) return false;
  context.report({
    range,
    message: `${name} is newer than libvirt ${formatVersion(context.version)}, which this document is meant for: it came with ${formatVersion(since)}. The older libvirt drops it or refuses the document; leave it out, or raise the target version.`,
    ...(remove && { fixes: () => [{ title: `Remove ${name}`, preferred: true, edits: remove() }] }),
  });
  return true;
}

/** The release that something came with, when that is newer than the target. */
function findNewer({ since }: Documentation, { version }: RuleContext): LibvirtVersion | undefined {
  const release = since === undefined ? undefined : parseVersion(since);
  return release && isOlder(version, release) ? release : undefined;
}
