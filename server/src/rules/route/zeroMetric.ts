import { guestRoute, hostRoute } from '../../schema/domain/devices/interface/ipAndRoute.ts';
import { networkRoute } from '../../schema/network/ip.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** A metric that says nothing, where libvirt wants none. */
export const zeroMetric: Rule = {
  code: 'route/zero-metric',
  severity: 'error',
  covers: ['IP15'],
  replaces: ['value/out-of-range'],
  page: {
    title: 'Route with the metric 0',
    explanation: `The metric of a \`<route>\` is a positive number; the route with the lowest one is taken. libvirt's schema lets 0 pass, libvirt itself refuses the document: \`Invalid value for attribute 'metric' in element 'route': Zero is not permitted\`. Leave \`metric\` out for the usual cost.`,
    bad: "<interface type='ethernet'>\n  <source>\n    <route address='10.1.0.0' prefix='16' gateway='10.0.0.1' metric='0'/>\n  </source>\n</interface>",
    good: "<interface type='ethernet'>\n  <source>\n    <route address='10.1.0.0' prefix='16' gateway='10.0.0.1'/>\n  </source>\n</interface>",
  },
  on: [guestRoute, hostRoute, networkRoute],
  check({ xml }, { document, report }) {
    const metric = findAttribute(xml, 'metric');
    if (!metric?.closed || !/^\s*0+$/.test(metric.value)) return;
    report({
      range: valueRange(metric),
      message: 'The metric of a route cannot be 0. libvirt refuses the document. Leave metric out, or write 1 or more.',
      libvirtMessage: "Invalid value for attribute 'metric' in element 'route': Zero is not permitted",
      fixes: () => [{ title: 'Remove metric', preferred: true, edits: removeAttribute(document.xml, metric) }],
    });
  },
};
