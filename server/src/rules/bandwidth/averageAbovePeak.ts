import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { decimalValue } from '../decimal.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { bandwidths, directions } from './directions.ts';
import { ignoresPeak } from './outboundPeak.ts';

/** A mean rate above the highest one. */
export const averageAbovePeak: Rule = {
  code: 'bandwidth/average-above-peak',
  severity: 'information',
  covers: ['BW15'],
  page: {
    title: 'Average rate above the peak rate',
    explanation:
      '`peak` is the highest rate at which data may be sent in a burst, `average` the one that is held in the long run. libvirt does not compare them; with the average above the peak one of the two means nothing. Most likely they are exchanged.',
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth>\n    <inbound average='5000' peak='1000'/>\n  </bandwidth>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth>\n    <inbound average='1000' peak='5000'/>\n  </bandwidth>\n</interface>",
  },
  on: bandwidths,
  check(element, { document, report }) {
    for (const direction of directions(element)) {
      const average = findAttribute(direction, 'average');
      const peak = findAttribute(direction, 'peak');
      const mean = decimalValue(average);
      const highest = decimalValue(peak);
      if (!average || !peak || !mean || !highest || mean <= highest) continue;
      if (direction.name === 'outbound' && ignoresPeak(element)) continue;
      report({
        range: valueRange(average),
        message: `The average of ${mean} is above the peak of ${highest}. libvirt takes it as it is, and one of the two means nothing. Exchange them, or leave peak out.`,
        related: [{ range: valueRange(peak), message: 'The peak is here' }],
        fixes: () => [
          {
            title: 'Exchange average and peak',
            preferred: true,
            edits: [
              ...replaceValue(document.xml, average, peak.value),
              ...replaceValue(document.xml, peak, average.value),
            ],
          },
        ],
      });
    }
  },
};
