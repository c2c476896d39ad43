import { vlan } from '../../schema/network/vlan.ts';
import { removeAttribute } from '../../xml/edit.ts';
import type { Rule } from '../rule.ts';
import { findTags } from './tags.ts';

/** More than one native VLAN on a port. */
export const twoNative: Rule = {
  code: 'vlan/two-native',
  severity: 'error',
  covers: ['VL08'],
  page: {
    title: 'Two native VLANs on one port',
    explanation:
      'Frames without a tag belong to the native VLAN of a trunk, which can only be one. libvirt refuses a second `nativeMode`: `duplicate native vlan setting`; its schema lets it pass.',
    bad: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan trunk='yes'>\n    <tag id='42' nativeMode='untagged'/>\n    <tag id='47' nativeMode='untagged'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan trunk='yes'>\n    <tag id='42' nativeMode='untagged'/>\n    <tag id='47'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
  },
  on: [vlan],
  check({ xml }, { document, report }) {
    const [first, ...others] = findTags(xml).flatMap(({ nativeMode }) => nativeMode ?? []);
    if (!first) return;
    for (const nativeMode of others) {
      report({
        range: nativeMode.nameRange,
        message:
          'Another tag is the native VLAN already, and a port has only one. libvirt refuses the document. Leave nativeMode out here.',
        libvirtMessage: 'duplicate native vlan setting',
        related: [{ range: first.nameRange, message: 'The first native VLAN' }],
        fixes: () => [
          { title: 'Remove this nativeMode', preferred: true, edits: removeAttribute(document.xml, nativeMode) },
          { title: 'Remove the first nativeMode', edits: removeAttribute(document.xml, first) },
        ],
      });
    }
  },
};
