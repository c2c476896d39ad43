import { vlan } from '../../schema/network/vlan.ts';
import { insertChild, removeAttribute, replaceElement } from '../../xml/edit.ts';
import { childElements, findAttribute, textContent } from '../../xml/query.ts';
import type { TextEdit, TextRange } from '../../xml/range.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { noTag } from '../schema/libvirtMessages.ts';

/** The number of a VLAN outside its `<tag>`. */
export const misplacedId: Rule = {
  code: 'vlan/misplaced-id',
  severity: 'error',
  covers: ['VL18'],
  replaces: ['schema/unknown-attribute', 'schema/missing-element', 'schema/unexpected-text'],
  page: {
    title: 'VLAN number outside its tag',
    explanation:
      "Each VLAN is a `<tag>` of its own. A number on `<vlan>` itself, or as its text, is not read, and libvirt refuses the document: `missing tag id - each <vlan> must have at least one <tag id='n'/> subelement`.",
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <vlan id='42'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <vlan>\n    <tag id='42'/>\n  </vlan>\n</interface>",
  },
  on: [vlan],
  check({ xml }, { document, report }) {
    if (childElements(xml).length > 0) return;
    const attribute = findAttribute(xml, 'id') ?? findAttribute(xml, 'tag');
    const number = (attribute?.value ?? textContent(xml)).trim();
    if (!/^[0-9]{1,4}$/.test(number)) return;
    const tag = `<tag id='${number}'/>`;
    const rewrite = (): readonly TextEdit[] => {
      if (attribute) return [...removeAttribute(document.xml, attribute), ...insertChild(document.xml, xml, tag)];
      const startTag = document.xml.text.slice(xml.startTag.start, xml.startTag.end);
      return replaceElement(document.xml, xml, `${startTag}\n  ${tag}\n</vlan>`);
    };
    report({
      range: attribute?.nameRange ?? textRange(document.xml, xml, number),
      alsoOn: [xml.nameRange],
      message: `The number of a VLAN stands in a <tag>; here libvirt does not read it, and refuses <vlan> without a tag. Write <tag id='${number}'/> inside <vlan>.`,
      libvirtMessage: noTag,
      fixes: () => [{ title: `Write it as ${tag}`, preferred: true, edits: rewrite() }],
    });
  },
};

function textRange({ text }: XmlDocument, { startTag }: XmlElement, number: string): TextRange {
  const start = text.indexOf(number, startTag.end);
  return { start, end: start + number.length };
}
