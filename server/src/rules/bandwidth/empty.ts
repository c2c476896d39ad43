import { removeElement } from '../../xml/edit.ts';
import { childElements } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { bandwidths } from './directions.ts';

/** A `<bandwidth>` that limits neither direction. */
export const empty: Rule = {
  code: 'bandwidth/empty',
  severity: 'warning',
  covers: ['BW14'],
  page: {
    title: 'Bandwidth without a limit',
    explanation:
      'A `<bandwidth>` has an `<inbound>`, an `<outbound>` or both. With neither, libvirt limits nothing and drops the element without a message.',
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth>\n    <inbound average='1000'/>\n  </bandwidth>\n</interface>",
  },
  on: bandwidths,
  check({ xml }, { document, report }) {
    if (childElements(xml).length > 0 || xml.attributes.length > 0 || !xml.startTagClosed) return;
    report({
      range: xml.nameRange,
      message:
        '<bandwidth> limits nothing: libvirt drops it without a word. Add <inbound> or <outbound> with an average, or leave it out.',
      unnecessary: true,
      fixes: () => [
        { title: 'Remove <bandwidth>', preferred: true, safe: true, edits: removeElement(document.xml, xml) },
      ],
    });
  },
};
