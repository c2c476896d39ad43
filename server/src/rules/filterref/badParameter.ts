import { filterParameter } from '../../schema/domain/devices/interface/filterref.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { quoteValue } from '../wording.ts';

/** A filter variable that libvirt passes over because of a single character. */
export const badParameter: Rule = {
  code: 'filterref/bad-parameter',
  severity: 'error',
  covers: ['FR06'],
  replaces: ['value/bad-format'],
  page: {
    title: 'Filter parameter with a character that it cannot have',
    explanation: `The name of a filter variable has letters, digits and \`_\`, its value also \`.\` and \`:\`. libvirt skips a parameter with any other character without a word: the variable then has the address that libvirt learns from the traffic, or none. Its schema, which \`virsh edit\` and \`virsh define --validate\` ask, refuses the document.

An address stands without the length of its prefix, and a list is written as several parameters of the same name.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <filterref filter='clean-traffic'>\n    <parameter name='IP' value='10.0.0.1/24'/>\n  </filterref>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <filterref filter='clean-traffic'>\n    <parameter name='IP' value='10.0.0.1'/>\n  </filterref>\n</interface>",
  },
  on: [filterParameter],
  check({ xml, body }, { document, report }) {
    for (const name of ['name', 'value']) {
      const attribute = findAttribute(xml, name);
      const type = body.attributes.get(name)?.type;
      if (!attribute?.closed || !type || attribute.value === '') continue;
      const problem = type.check(attribute.value);
      if (!problem) continue;
      const mended = name === 'name' ? mendName(attribute.value) : mendValue(attribute.value);
      report({
        range: valueRange(attribute),
        message: `The ${name} of a parameter ${problem.message}. libvirt skips the parameter without a word, its schema refuses the document. ${mended !== undefined && !type.check(mended) ? `Write ${quoteValue(mended)}.` : name === 'value' ? 'Write one parameter for each value.' : 'Write another name.'}`,
        fixes: () =>
          mended === undefined || type.check(mended)
            ? []
            : [
                {
                  title: `Change to '${mended}'`,
                  preferred: true,
                  edits: replaceValue(document.xml, attribute, mended),
                },
              ],
      });
    }
  },
};

/** Variables are written as `$NAME` inside filters, and without the sign here. */
function mendName(name: string): string {
  return name
    .trim()
    .replace(/^\$/, '')
    .replaceAll(/[^a-zA-Z0-9_]+/g, '_');
}

/** An address without its prefix and the white space around it. */
function mendValue(value: string): string | undefined {
  return /^\s*([0-9a-z.:_]+)(?:\/\d+)?\s*$/i.exec(value)?.[1];
}
