import type { BoundElement } from '../../binding/model.ts';
import type { Documentation } from '../../schema/documentation.ts';
import { findAttribute, textContent } from '../../xml/query.ts';
import type { TextRange } from '../../xml/range.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { formatVersion, isOlder, NEWEST_VERSION, parseVersion } from '../target.ts';

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
    if (!isOlder(context.version, NEWEST_VERSION)) return;
    const { xml, declaration, body } = element;
    reportNewer(context, xml.nameRange, `<${xml.name}>`, declaration.documentation);
    for (const { name, documentation, type } of body.attributes.values()) {
      const attribute = findAttribute(xml, name);
      if (!attribute) continue;
      if (reportNewer(context, attribute.nameRange, `${name} of <${xml.name}>`, documentation)) continue;
      const value = type.values?.find(candidate => candidate.value === attribute.value);
      if (value && attribute.valueRange) {
        reportNewer(context, attribute.valueRange, `${name}='${value.value}'`, value.documentation);
      }
    }
    checkText(element, context);
  },
};

function checkText({ xml, body }: BoundElement, context: RuleContext): void {
  if (!body.text?.values) return;
  const written = textContent(xml).trim();
  const value = body.text.values.find(candidate => candidate.value === written);
  const node = xml.children.find(child => child.kind === 'text' && child.value.trim() === written);
  if (value && node) reportNewer(context, node, `'${written}'`, value.documentation);
}

function reportNewer(
  { version, report }: RuleContext,
  range: TextRange,
  name: string,
  documentation: Documentation,
): boolean {
  const since = documentation.since === undefined ? undefined : parseVersion(documentation.since);
  if (!since || !isOlder(version, since)) return false;
  report({
    range,
    message: `${name} is newer than libvirt ${formatVersion(version)}, which this document is meant for: it came with ${formatVersion(since)}. The older libvirt drops it or refuses the document; leave it out, or raise the target version.`,
  });
  return true;
}
