import { network } from '../../../schema/network/network.ts';
import { removeAttribute } from '../../../xml/edit.ts';
import { attributeValue, findAttribute, findChildren } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { networkName } from '../networkMode.ts';

/** Two port groups that interfaces without one belong to. */
export const severalDefaults: Rule = {
  code: 'portgroup/several-defaults',
  severity: 'error',
  covers: ['NW25'],
  page: {
    title: 'Two default port groups',
    explanation: `The default port group is for interfaces that name none, so there can be one. \`virsh net-define\` refuses two: \`network '…' has multiple default <portgroup> elements (… and …), but only one default is allowed\`.`,
    bad: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='br0'/>\n  <portgroup name='web' default='yes'/>\n  <portgroup name='db' default='yes'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='br0'/>\n  <portgroup name='web' default='yes'/>\n  <portgroup name='db'/>\n</network>",
  },
  on: [network],
  check(element, { document, report }) {
    const [first, ...others] = findChildren(element.xml, 'portgroup').flatMap(group => {
      const byDefault = findAttribute(group, 'default');
      return byDefault?.value === 'yes' ? [{ group, byDefault }] : [];
    });
    if (!first) return;
    const firstName = attributeValue(first.group, 'name') ?? '';
    for (const { group, byDefault } of others) {
      report({
        range: byDefault.nameRange,
        message: `${firstName} is the default port group already. virsh net-define refuses the document. Keep one default.`,
        libvirtMessage: `network '${networkName(element, document.xml)}' has multiple default <portgroup> elements (${firstName} and ${attributeValue(group, 'name') ?? ''}), but only one default is allowed`,
        related: [{ range: first.byDefault.nameRange, message: 'The other default' }],
        fixes: () => [
          { title: 'Remove this default', preferred: true, edits: removeAttribute(document.xml, byDefault) },
          { title: 'Remove the other default', edits: removeAttribute(document.xml, first.byDefault) },
        ],
      });
    }
  },
};
