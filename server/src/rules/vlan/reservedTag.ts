import { vlan } from '../../schema/network/vlan.ts';
import { replaceValue } from '../../xml/edit.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findTags } from './tags.ts';

/** A VLAN number that the standard keeps for itself. */
export const reservedTag: Rule = {
  code: 'vlan/reserved-tag',
  severity: 'information',
  covers: ['VL15'],
  page: {
    title: 'VLAN 0 or 4095',
    explanation:
      'IEEE 802.1Q numbers VLANs from 1 to 4094. 0 means "no VLAN, only a priority", 4095 is reserved. libvirt and its schema take both; switches drop such frames or treat them each in their own way.',
    bad: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan>\n    <tag id='4095'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan>\n    <tag id='4094'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
  },
  on: [vlan],
  check({ xml }, { document, report }) {
    for (const { id, number } of findTags(xml)) {
      if (!id || (number !== 0 && number !== 4095)) continue;
      const nearest = number === 0 ? '1' : '4094';
      report({
        range: valueRange(id),
        message: `${number === 0 ? '0 is the tag of no VLAN at all' : '4095 is reserved by the standard'}. libvirt takes it, switches may not. Write a number from 1 to 4094.`,
        fixes: () => [{ title: `Change to '${nearest}'`, edits: replaceValue(document.xml, id, nearest) }],
      });
    }
  },
};
