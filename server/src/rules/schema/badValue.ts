import type { Datatype, ValueProblem } from '../../schema/datatypes/datatype.ts';
import { replaceText, replaceValue } from '../../xml/edit.ts';
import { findAttribute, textContent } from '../../xml/query.ts';
import type { TextEdit, TextRange } from '../../xml/range.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Fix, Generator } from '../finding.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { badValueMessage } from './libvirtMessages.ts';
import { isNetworking, networkBadTextMessage, networkBadValueMessage } from './networkMessages.ts';

/** How many replacement values are offered. */
const OFFERED = 3;

/** A value that its datatype refuses; the finding's code is the datatype's. */
export const badValue: Rule = {
  code: 'value/not-allowed',
  severity: 'error',
  covers: [
    'IF002',
    'IF009',
    'VP02',
    'MAC08',
    'MAC09',
    'TGT09',
    'IF031',
    'IF034',
    'NW04',
    'NW27',
    'NW48',
    'NW67',
    'NW68',
    'NW73',
    'NW82',
    'NW83',
    'HI03',
    'HI09',
    'HI11',
    'HI16',
    'HI17',
    'LK01',
    'PT03',
    'TR02',
    'PB02',
    'PF03',
    'VU01',
    'VU03',
    'MOD13',
    'MOD14',
    'VL07',
    'TM01',
    'AD03',
    'RO03',
  ],
  page: {
    title: 'Value that is none of those allowed',
    explanation:
      "The attribute takes one of a few words, in exactly this spelling: libvirt compares letter by letter, so `VEPA` is not `vepa`. Its message is `Invalid value for attribute 'mode' in element 'source': 'passthru'.`",
    bad: "<interface type='direct'>\n  <source dev='eth0' mode='passthru'/>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0' mode='passthrough'/>\n</interface>",
  },
  on: 'every element',
  check(element, context) {
    for (const attribute of element.xml.attributes) {
      const declared = element.body.attributes.get(attribute.name);
      if (!declared || findAttribute(element.xml, attribute.name) !== attribute) continue;
      // Half a value is no wrong value: the missing quote is what is reported.
      if (!attribute.valueRange || !attribute.closed) continue;
      const problem = declared.type.check(attribute.value);
      if (problem) reportAttribute(attribute, declared.type, problem, context);
    }
    const type = element.body.text;
    const problem = type?.check(textContent(element.xml));
    if (type && problem) reportText(element.xml, type, problem, context);
  },
};

function reportAttribute(
  attribute: XmlAttribute,
  type: Datatype,
  problem: ValueProblem,
  { document, report }: RuleContext,
): void {
  const { owner, name, value } = attribute;
  const libvirtMessage = isNetworking(document)
    ? networkBadValueMessage(attribute, problem.code, document.xml)
    : badValueMessage(owner.name, name, value, problem.code);
  report({
    code: problem.code,
    range: valueRange(attribute),
    message: `${name} ${problem.message}. ${consequence(libvirtMessage)}`,
    ...(libvirtMessage !== undefined && { libvirtMessage }),
    fixes: generator =>
      replacementFixes(problem, type, generator, fixed => replaceValue(document.xml, attribute, fixed)),
  });
}

function reportText(
  element: XmlElement,
  type: Datatype,
  problem: ValueProblem,
  { document, report }: RuleContext,
): void {
  const libvirtMessage = isNetworking(document) ? networkBadTextMessage(element) : undefined;
  report({
    code: problem.code,
    ...(libvirtMessage !== undefined && { libvirtMessage }),
    range: contentRange(document.xml, element),
    message: `<${element.name}> ${problem.message}. ${consequence(libvirtMessage)}`,
    fixes: generator => replacementFixes(problem, type, generator, value => replaceText(document.xml, element, value)),
  });
}

/** The text between the tags without the white space around it; the start tag's name where there is none. */
function contentRange(document: XmlDocument, element: XmlElement): TextRange {
  const start = element.startTag.end;
  const written = document.text.slice(start, element.endTag?.start ?? element.end);
  const trimmedText = written.trim();
  if (trimmedText === '') return element.nameRange;
  const from = start + written.indexOf(trimmedText);
  return { start: from, end: from + trimmedText.length };
}

/** Where no message of libvirt's own is known its schema may be alone in refusing; both commands ask both. */
function consequence(libvirtMessage: string | undefined): string {
  const who = libvirtMessage === undefined ? 'virsh edit and --validate refuse' : 'libvirt refuses';
  return `${who} the value as it is.`;
}

function replacementFixes(
  problem: ValueProblem,
  type: Datatype,
  generator: Generator,
  edit: (value: string) => readonly TextEdit[],
): readonly Fix[] {
  const replacements = (problem.replacements ?? []).slice(0, OFFERED);
  const fixes = replacements.map(
    (value, index): Fix => ({
      title: `Change to '${value}'`,
      ...(index === 0 && { preferred: true }),
      ...(index === 0 && problem.confident && { safe: true }),
      edits: edit(value),
    }),
  );
  if (!type.generate) return fixes;
  const fresh: Fix = {
    title: type.generate === 'uuid' ? 'Generate a UUID' : 'Generate a MAC address',
    ...(fixes.length === 0 && { preferred: true }),
    edits: edit(generator[type.generate]()),
  };
  return [...fixes, fresh];
}
