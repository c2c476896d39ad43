import { mtu } from '../../schema/network/mtu.ts';
import { removeElement } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';

/** An MTU that stands for none. */
export const zero: Rule = {
  code: 'mtu/zero',
  severity: 'warning',
  covers: ['MT04'],
  // Types that can have no MTU are not refused with this one.
  replaces: ['schema/refused-later'],
  page: {
    title: 'MTU of 0',
    explanation: `\`<mtu size='0'/>\` is the same as no \`<mtu>\`: libvirt drops the element, and the device gets the MTU of its network or bridge.`,
    bad: "<interface type='network'>\n  <source network='default'/>\n  <mtu size='0'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <mtu size='9000'/>\n</interface>",
  },
  on: [mtu],
  check({ xml }, { document, report }) {
    const size = findAttribute(xml, 'size');
    if (!size?.closed || !/^\s*\+?0+$/.test(size.value)) return;
    report({
      range: xml.nameRange,
      message: 'An MTU of 0 is none. libvirt drops <mtu>. Remove it, or write the size.',
      unnecessary: true,
      fixes: () => [{ title: 'Remove <mtu>', preferred: true, safe: true, edits: removeElement(document.xml, xml) }],
    });
  },
};
