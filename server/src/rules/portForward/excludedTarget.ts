import { portRange } from '../../schema/domain/devices/interface/portForward.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';

/** A port in the guest for ports that are not forwarded. */
export const excludedTarget: Rule = {
  code: 'portforward/excluded-target',
  severity: 'warning',
  covers: ['PF13'],
  page: {
    title: 'Excluded ports with a port in the guest',
    explanation: `A range with \`exclude='yes'\` is left out, so no port of the guest belongs to it. libvirt passes \`to\` on all the same, in a form that means nothing to passt.`,
    bad: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='80' to='8080' exclude='yes'/>\n  </portForward>\n  <backend type='passt'/>\n</interface>",
    good: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='80' exclude='yes'/>\n  </portForward>\n  <backend type='passt'/>\n</interface>",
  },
  on: [portRange],
  check({ xml }, { document, report }) {
    const to = findAttribute(xml, 'to');
    if (!to || attributeValue(xml, 'exclude') !== 'yes') return;
    report({
      range: to.nameRange,
      message:
        'These ports are left out, so they have no port in the guest. libvirt passes to on to passt, which can do nothing with it. Remove to.',
      unnecessary: true,
      fixes: () => [{ title: 'Remove to', preferred: true, edits: removeAttribute(document.xml, to) }],
    });
  },
};
