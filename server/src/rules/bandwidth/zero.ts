import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { childElements } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { decimalValue } from '../decimal.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { bandwidths, directions } from './directions.ts';

const rates = new Set(['average', 'peak', 'burst', 'floor']);

/** A rate of zero, which limits nothing. */
export const zero: Rule = {
  code: 'bandwidth/zero',
  severity: 'error',
  covers: ['BW09'],
  replaces: ['value/out-of-range'],
  page: {
    title: 'Bandwidth of zero',
    explanation:
      'A rate of 0 does not stop the traffic: libvirt takes it for "no limit" and leaves it out when it stores the document. Its schema, which `virsh edit` and `virsh define --validate` ask, refuses it. To cut a guest off use `<link state=\'down\'/>`; for no limit leave the element out.',
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth>\n    <inbound average='0'/>\n    <outbound average='1000'/>\n  </bandwidth>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth>\n    <outbound average='1000'/>\n  </bandwidth>\n</interface>",
  },
  on: bandwidths,
  check(element, { document, report }) {
    for (const direction of directions(element)) {
      for (const attribute of direction.attributes) {
        if (!rates.has(attribute.name) || decimalValue(attribute) !== 0) continue;
        const whole = attribute.name === 'average';
        const removed = whole ? smallest(element.xml, direction) : undefined;
        report({
          range: valueRange(attribute),
          message: `0 means no limit: virsh define drops it, virsh edit and --validate refuse it. Leave ${whole ? `<${direction.name}>` : attribute.name} out.`,
          fixes: () => [
            {
              title: `Remove ${removed ? `<${removed.name}>` : attribute.name}`,
              preferred: true,
              edits: removed ? removeElement(document.xml, removed) : removeAttribute(document.xml, attribute),
            },
          ],
        });
      }
    }
  },
};

/** The whole `<bandwidth>` when nothing else stands in it. */
function smallest(bandwidth: XmlElement, direction: XmlElement): XmlElement {
  return childElements(bandwidth).length === 1 ? bandwidth : direction;
}
