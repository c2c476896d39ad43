import { portgroup } from '../../schema/network/portgroup.ts';
import { networkVirtualport } from '../../schema/network/virtualport.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';

/** The id of one port, written where all guests of a network share it. */
export const sharedPortId: Rule = {
  code: 'network/shared-port-id',
  severity: 'warning',
  covers: ['NW78'],
  page: {
    title: 'Port id for all guests of a network',
    explanation:
      '`interfaceid` and `instanceid` name one port of the switch. In a network or port group all guests would get the same one, and an interface that has its own (libvirt makes one when the guest is defined) does not start, because the two differ. Leave it out; an example in the documentation of libvirt has it nevertheless.',
    bad: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='ovsbr0'/>\n  <virtualport type='openvswitch'>\n    <parameters interfaceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f' profileid='web'/>\n  </virtualport>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='ovsbr0'/>\n  <virtualport type='openvswitch'>\n    <parameters profileid='web'/>\n  </virtualport>\n</network>",
  },
  on: [networkVirtualport, portgroup],
  check(element, { document, report }) {
    const virtualport = element.declaration === portgroup ? findChild(element.xml, 'virtualport') : element.xml;
    const parameters = virtualport && findChild(virtualport, 'parameters');
    if (!parameters) return;
    for (const name of ['interfaceid', 'instanceid']) {
      const id = findAttribute(parameters, name);
      if (!id) continue;
      report({
        range: id.nameRange,
        message: `${name} names one port, and here all guests would share it: libvirt defines the network, and interfaces with an id of their own do not start. Remove ${name}.`,
        fixes: () => [{ title: `Remove ${name}`, preferred: true, edits: removeAttribute(document.xml, id) }],
      });
    }
  },
};
