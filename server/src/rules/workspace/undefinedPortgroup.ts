import { findSimilar } from '../../schema/datatypes/similarity.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { didYouMean, listNames } from '../wording.ts';
import { findUsedNetwork, networkPlace } from './usedNetwork.ts';

/** A port group that the network does not have. */
export const undefinedPortgroup: Rule = {
  code: 'workspace/undefined-portgroup',
  severity: 'warning',
  covers: ['XD03'],
  page: {
    title: 'Port group that the network does not have',
    explanation: `libvirt starts the guest all the same and says nothing: the interface gets the settings of no port group at all, no VLAN, no bandwidth, no virtual port; not even those of the network's default port group.

Write the name of a port group of the network, or leave \`portgroup\` out to get the default one.`,
    beside: [
      "<network>\n  <name>trunk</name>\n  <forward mode='bridge'/>\n  <bridge name='ovsbr0'/>\n  <virtualport type='openvswitch'/>\n  <portgroup name='engineering'/>\n  <portgroup name='sales'/>\n</network>",
    ],
    bad: "<interface type='network'>\n  <source network='trunk' portgroup='enginering'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='trunk' portgroup='engineering'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { document, report } = context;
    const used = findUsedNetwork(element, context);
    const attribute = used && findAttribute(used.attribute.owner, 'portgroup');
    if (!used || !attribute?.closed || attribute.value === '' || used.portgroup) return;
    const known = used.network.portgroups.map(({ name }) => name);
    const [likeliest] = findSimilar(attribute.value, known);
    const advice =
      likeliest !== undefined
        ? didYouMean([likeliest])
        : known.length > 0
          ? `It has ${listNames(known, 'and')}.`
          : 'It has none: remove portgroup.';
    report({
      range: valueRange(attribute),
      message: `The network ${used.name} has no port group ${attribute.value}. libvirt starts the guest without the settings of any port group, and says nothing. ${advice}`,
      related: networkPlace(used),
      fixes: () => [
        ...known.slice(0, 10).map(name => ({
          title: `Use the port group ${name}`,
          ...(name === likeliest && { preferred: true as const }),
          edits: replaceValue(document.xml, attribute, name),
        })),
        { title: 'Remove portgroup', edits: removeAttribute(document.xml, attribute) },
      ],
    });
  },
};
