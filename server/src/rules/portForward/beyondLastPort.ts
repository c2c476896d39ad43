import { portRange } from '../../schema/domain/devices/interface/portForward.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { decimalValue } from '../decimal.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { LAST_PORT, readPorts } from './ports.ts';

/** A range that runs out of ports in the guest. */
export const beyondLastPort: Rule = {
  code: 'portforward/beyond-last-port',
  severity: 'warning',
  covers: ['PF10'],
  page: {
    title: 'Range of ports that goes beyond 65535 in the guest',
    explanation: `\`to\` is the port in the guest for the first port of the range; the others follow in step. libvirt does not look whether the last one still is a port, and passt refuses the range when the guest starts.`,
    bad: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='5000' end='6000' to='65000'/>\n  </portForward>\n  <backend type='passt'/>\n</interface>",
    good: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='5000' end='6000' to='64000'/>\n  </portForward>\n  <backend type='passt'/>\n</interface>",
  },
  on: [portRange],
  check({ xml }, { document, report }) {
    const to = findAttribute(xml, 'to');
    const ports = readPorts(xml);
    const target = decimalValue(to);
    if (!to || !ports || ports.excluded || target === undefined || target > LAST_PORT) return;
    const highest = LAST_PORT - (ports.last - ports.first);
    if (target <= highest) return;
    report({
      range: valueRange(to),
      message: `From ${target} on there are not ${ports.last - ports.first + 1} ports: ${ports.last} would become ${target + ports.last - ports.first}. libvirt defines the guest, and passt refuses the range at start. Write ${highest} or less.`,
      fixes: () => [
        { title: `Set to='${highest}'`, preferred: true, edits: replaceValue(document.xml, to, String(highest)) },
      ],
    });
  },
};
