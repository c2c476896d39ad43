import { network } from '../../../schema/network/network.ts';
import { removeElement, replaceValue } from '../../../xml/edit.ts';
import { findAttribute, findChildren } from '../../../xml/query.ts';
import { groupBy } from '../../groupBy.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';
import { networkName } from '../networkMode.ts';

/** One name for two port groups. */
export const duplicateName: Rule = {
  code: 'portgroup/duplicate-name',
  severity: 'error',
  covers: ['NW24'],
  page: {
    title: 'Two port groups with one name',
    explanation: `Interfaces choose a port group by its name. \`virsh net-define\` refuses two of one name: \`multiple <portgroup> elements with the same name (…) in network '…'\`.`,
    bad: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='br0'/>\n  <portgroup name='web'/>\n  <portgroup name='web' trustGuestRxFilters='yes'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='br0'/>\n  <portgroup name='web'/>\n  <portgroup name='web-2' trustGuestRxFilters='yes'/>\n</network>",
  },
  on: [network],
  check(element, { document, report }) {
    const names = findChildren(element.xml, 'portgroup').flatMap(group => findAttribute(group, 'name') ?? []);
    const taken = new Set(names.map(({ value }) => value));
    for (const [name, [first, ...others]] of groupBy(names, ({ value }) => value || undefined)) {
      for (const other of others) {
        report({
          range: valueRange(other),
          message: `Another port group has the name ${name}. virsh net-define refuses the document. Write another name.`,
          libvirtMessage: `multiple <portgroup> elements with the same name (${name}) in network '${networkName(element, document.xml)}'`,
          related: [{ range: valueRange(first), message: `${name} is used here as well` }],
          fixes: () => {
            const fresh = freshName(name, taken);
            return [
              { title: `Rename to ${fresh}`, preferred: true, edits: replaceValue(document.xml, other, fresh) },
              { title: 'Remove this <portgroup>', edits: removeElement(document.xml, other.owner) },
            ];
          },
        });
      }
    }
  },
};

function freshName(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
