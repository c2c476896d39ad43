import { vlan } from '../../schema/network/vlan.ts';
import { removeElement } from '../../xml/edit.ts';
import { groupBy } from '../groupBy.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findTags } from './tags.ts';

/** One VLAN, twice. */
export const repeatedTag: Rule = {
  code: 'vlan/repeated-tag',
  severity: 'information',
  covers: ['VL16'],
  page: {
    title: 'The same VLAN twice',
    explanation:
      'libvirt counts the tags and does not compare them: with two of the same number the port becomes a trunk, whose frames keep their tags. A guest that was meant to sit in that one VLAN gets tagged frames.',
    bad: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan>\n    <tag id='42'/>\n    <tag id='42'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan>\n    <tag id='42'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
  },
  on: [vlan],
  check({ xml }, { document, report }) {
    const numbered = findTags(xml).flatMap(({ xml: tag, id, number }) =>
      id && number !== undefined ? [{ tag, id, number }] : [],
    );
    for (const [number, [first, ...others]] of groupBy(numbered, tag => String(tag.number))) {
      for (const { tag, id } of others) {
        report({
          range: valueRange(id),
          message: `VLAN ${number} is listed already. libvirt takes it as it is and makes the port a trunk for it. Remove this tag.`,
          related: [{ range: valueRange(first.id), message: `The first tag ${number}` }],
          fixes: () => [{ title: 'Remove this <tag>', preferred: true, edits: removeElement(document.xml, tag) }],
        });
      }
    }
  },
};
