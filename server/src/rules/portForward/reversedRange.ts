import { portRange } from '../../schema/domain/devices/interface/portForward.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { decimalValue } from '../decimal.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** A range of ports that ends before it begins. */
export const reversedRange: Rule = {
  code: 'portforward/reversed-range',
  severity: 'warning',
  covers: ['PF09'],
  page: {
    title: 'Range of ports that ends before it begins',
    explanation: `libvirt compares neither \`start\` nor \`end\` and hands both to passt, which refuses the range when the guest starts.`,
    bad: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='90' end='80'/>\n  </portForward>\n  <backend type='passt'/>\n</interface>",
    good: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='80' end='90'/>\n  </portForward>\n  <backend type='passt'/>\n</interface>",
  },
  on: [portRange],
  check({ xml }, { document, report }) {
    const start = findAttribute(xml, 'start');
    const end = findAttribute(xml, 'end');
    const first = decimalValue(start);
    const last = decimalValue(end);
    if (!start || !end || first === undefined || last === undefined || last < 1 || first <= last) return;
    report({
      range: valueRange(end),
      message: `The range ends at ${last}, before it begins at ${first}. libvirt defines the guest, and passt refuses the range at start. Swap the two.`,
      fixes: () => [
        {
          title: 'Swap start and end',
          preferred: true,
          edits: [
            ...replaceValue(document.xml, start, end.value.trim()),
            ...replaceValue(document.xml, end, start.value.trim()),
          ],
        },
      ],
    });
  },
};
