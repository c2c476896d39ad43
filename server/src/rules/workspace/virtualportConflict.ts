import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { type Conflict, mergeVirtualports } from './mergedVirtualport.ts';
import { findUsedNetwork } from './usedNetwork.ts';

/** A virtual port that says otherwise than the network's. */
export const virtualportConflict: Rule = {
  code: 'workspace/virtualport-conflict',
  severity: 'error',
  covers: ['XD04', 'XD05'],
  page: {
    title: "Virtual port that contradicts the network's",
    explanation: `When a guest starts, libvirt puts together the \`<virtualport>\` of the interface, of the network and of the port group. The later ones fill gaps only; a type or a parameter that two of them have must be the same. If not, the start fails: \`attempt to merge virtualports with mismatched …\`. \`define\` does not look.

It is an error where one file of the workspace, and one only, defines the network. Take out of the interface what the network says already.`,
    beside: [
      "<network>\n  <name>trunk</name>\n  <forward mode='bridge'/>\n  <bridge name='ovsbr0'/>\n  <virtualport type='openvswitch'/>\n</network>",
    ],
    bad: "<interface type='network'>\n  <source network='trunk'/>\n  <virtualport type='802.1Qbh'>\n    <parameters profileid='finance'/>\n  </virtualport>\n</interface>",
    good: "<interface type='network'>\n  <source network='trunk'/>\n  <virtualport type='openvswitch'>\n    <parameters profileid='finance'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { document, report } = context;
    const used = findUsedNetwork(element, context);
    const conflict = used && mergeVirtualports(element, used).conflict;
    const virtualport = findChild(element.xml, 'virtualport');
    if (!conflict || !virtualport) return;
    const owner = conflict.attribute === 'type' ? virtualport : findChild(virtualport, 'parameters');
    const attribute = owner && findAttribute(owner, conflict.attribute);
    if (!attribute) return;
    const what = conflict.attribute === 'type' ? 'type of the virtual port' : conflict.attribute;
    report({
      range: valueRange(attribute),
      message: `The ${what} is ${conflict.own} here and ${conflict.other} in the network ${used.name}. libvirt defines the guest and cannot start it, since the two must agree. Remove it here, or write ${conflict.other}.`,
      libvirtMessage: libvirtMessage(conflict),
      related: [{ uri: used.file.uri, range: conflict.place.range, message: `It is ${conflict.other} here` }],
      fixes: () => [
        conflict.attribute === 'type'
          ? { title: 'Remove <virtualport>', preferred: true, edits: removeElement(document.xml, virtualport) }
          : {
              title: `Remove ${conflict.attribute}`,
              preferred: true,
              edits: removeAttribute(document.xml, attribute),
            },
      ],
    });
  },
};

/** As `virNetDevVPortProfileMerge` words it: numbers stand bare, names in quotes. */
function libvirtMessage({ attribute, own, other }: Conflict): string {
  if (attribute === 'type') return `attempt to merge virtualports with mismatched types (${own} and ${other})`;
  const values = ['managerid', 'typeid', 'typeidversion'].includes(attribute)
    ? `(${own} and ${other})`
    : `('${own}' and '${other}')`;
  return `attempt to merge virtualports with mismatched ${attribute}s ${values}`;
}
