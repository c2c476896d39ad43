import { insertAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { decimalValue } from '../decimal.ts';
import type { Rule } from '../rule.ts';
import { nearestAttributes } from '../schema/unknownAttribute.ts';
import { listNames } from '../wording.ts';
import { bandwidths, directions } from './directions.ts';

/** A limit whose mean rate is not written. */
export const missingAverage: Rule = {
  code: 'bandwidth/missing-average',
  severity: 'error',
  covers: ['BW01', 'BW02'],
  page: {
    title: 'Bandwidth without an average rate',
    explanation: `\`average\` is what the traffic is held to; \`peak\` and \`burst\` only say how far it may go beyond. libvirt refuses an \`<inbound>\` or \`<outbound>\` without it: \`Missing mandatory average or floor attributes\`. Only a guaranteed rate (\`floor\`) may stand alone; as soon as \`peak\` or \`burst\` is beside it, the average must be there too: \`'peak' and 'burst' require 'average' attribute\`. The schema of libvirt lets all this pass.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth>\n    <inbound peak='5000'/>\n  </bandwidth>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth>\n    <inbound average='5000'/>\n  </bandwidth>\n</interface>",
  },
  on: bandwidths,
  check(element, { document, report }) {
    for (const direction of directions(element)) {
      if (findAttribute(direction, 'average')) continue;
      const floor = findAttribute(direction, 'floor');
      const beside = ['peak', 'burst'].filter(name => findAttribute(direction, name));
      if (floor && beside.length === 0) continue;
      const bound = document.bound(direction);
      // A misspelt average is reported as that.
      const isMisspelt = direction.attributes.some(
        attribute =>
          bound && !bound.body.attributes.has(attribute.name) && nearestAttributes(bound, attribute)[0] === 'average',
      );
      if (isMisspelt) continue;
      const value = decimalValue(findAttribute(direction, 'peak')) || decimalValue(floor) || 1000;
      report({
        range: direction.nameRange,
        message: `<${direction.name}> has no average rate${beside.length > 0 ? `, which ${listNames(beside, 'and')} cannot be without` : ''}. libvirt refuses the document. Add average, in kilobytes (1000 bytes) per second.`,
        libvirtMessage: floor
          ? "'peak' and 'burst' require 'average' attribute"
          : 'Missing mandatory average or floor attributes',
        fixes: () => [
          {
            title: `Add average='${value}'`,
            preferred: true,
            edits: insertAttribute(document.xml, direction, 'average', String(value)),
          },
        ],
      });
    }
  },
};
