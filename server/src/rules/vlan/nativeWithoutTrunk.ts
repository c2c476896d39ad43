import { vlan } from '../../schema/network/vlan.ts';
import { insertAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { findTags } from './tags.ts';

/** A native VLAN on a port that is no trunk. */
export const nativeWithoutTrunk: Rule = {
  code: 'vlan/native-without-trunk',
  severity: 'information',
  covers: ['VL17'],
  page: {
    title: 'Native VLAN on a port that is no trunk',
    explanation:
      "`nativeMode` says how the native VLAN of a trunk is treated. With one tag and without `trunk='yes'` libvirt does not make the port a trunk: it becomes a plain member of the VLAN.",
    bad: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan>\n    <tag id='42' nativeMode='untagged'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan trunk='yes'>\n    <tag id='42' nativeMode='untagged'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
  },
  on: [vlan],
  check({ xml }, { document, report }) {
    const [tag, ...others] = findTags(xml);
    if (!tag?.nativeMode || others.length > 0 || findAttribute(xml, 'trunk')) return;
    report({
      range: tag.nativeMode.nameRange,
      message:
        "A single tag makes no trunk, and only a trunk has a native VLAN: libvirt takes nativeMode and makes the port a plain member. Add trunk='yes', or leave nativeMode out.",
      fixes: () => [
        {
          title: "Add trunk='yes'",
          preferred: true,
          edits: insertAttribute(document.xml, xml, 'trunk', 'yes'),
        },
      ],
    });
  },
};
