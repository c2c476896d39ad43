import { isBlank } from '../../xml/characters.ts';
import type { TextRange } from '../../xml/range.ts';
import type { Rule } from '../rule.ts';

/** Text where only elements may stand. */
export const unexpectedText: Rule = {
  code: 'schema/unexpected-text',
  severity: 'error',
  covers: [],
  page: {
    title: 'Text where only elements may stand',
    explanation:
      'The element takes attributes or other elements, no text. libvirt passes over the text without a message, its schema refuses it. Often the value belongs into an attribute.',
    bad: "<interface type='network'>\n  <source network='default'/>\n  <model type='virtio'>virtio</model>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: 'every element',
  check(element, { document, report }) {
    if (element.body.open || element.body.text) return;
    for (const node of element.xml.children) {
      if (node.kind !== 'text' && node.kind !== 'cdata') continue;
      if (isBlank(document.xml.text, node.start, node.end) || node.value.trim() === '') continue;
      const range = trimmed(document.xml.text, node);
      report({
        range,
        message: `<${element.xml.name}> takes no text: libvirt passes over it, its schema refuses it. Remove it, or move it into an attribute.`,
        fixes: () => [{ title: 'Remove the text', preferred: true, edits: [{ ...range, text: '' }] }],
      });
    }
  },
};

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const written = text.slice(start, end);
  return {
    start: start + (written.length - written.trimStart().length),
    end: end - (written.length - written.trimEnd().length),
  };
}
