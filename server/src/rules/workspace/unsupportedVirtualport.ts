import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { listNames } from '../wording.ts';
import { mergeVirtualports } from './mergedVirtualport.ts';
import { type Connection, findUsedNetwork, networkPlace } from './usedNetwork.ts';

/** What `networkAllocatePort` takes for each kind of network, and how it calls that kind. */
export const networkPorts: Readonly<Record<Connection, { readonly types: readonly string[]; readonly uses: string }>> =
  {
    forwarding: { types: [], uses: 'IP forwarding' },
    bridge: { types: ['openvswitch'], uses: 'a bridge device' },
    macvtap: { types: ['802.1Qbg', '802.1Qbh'], uses: 'a macvtap device' },
    hostdev: { types: ['802.1Qbh'], uses: 'an SR-IOV Virtual Function via PCI passthrough' },
  };

/** A virtual port whose type the kind of network does not have. */
export const unsupportedVirtualport: Rule = {
  code: 'workspace/unsupported-virtualport',
  severity: 'error',
  covers: ['XD06', 'XD07', 'XD08'],
  page: {
    title: 'Virtual port that the network cannot have',
    explanation: `Which virtual ports an interface of type \`network\` may have depends on the network. libvirt looks when the guest starts, and refuses the others: \`<virtualport type='openvswitch'> not supported for network 'lab' which uses IP forwarding\`.

| network | virtual port |
|---|---|
| no forwarding, \`nat\`, \`route\`, \`open\` | none |
| \`bridge\` with a bridge of the host | \`openvswitch\` |
| \`private\`, \`vepa\`, \`passthrough\`, \`bridge\` without a bridge | \`802.1Qbg\`, \`802.1Qbh\` |
| \`hostdev\` | \`802.1Qbh\` |

It is an error where one file of the workspace, and one only, defines the network.`,
    beside: ["<network>\n  <name>lab</name>\n  <bridge name='virbr-lab'/>\n</network>"],
    bad: "<interface type='network'>\n  <source network='lab'/>\n  <virtualport type='openvswitch'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='lab'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { document, report } = context;
    const used = findUsedNetwork(element, context);
    const virtualport = findChild(element.xml, 'virtualport');
    const type = virtualport && findAttribute(virtualport, 'type');
    // A port that the network alone asks for is a mistake of the network.
    if (!used?.connection || !virtualport || !type?.closed || !knownTypes.has(type.value)) return;
    const { types, uses } = networkPorts[used.connection];
    if (types.includes(type.value) || mergeVirtualports(element, used).conflict) return;
    report({
      range: valueRange(type),
      message: `The network ${used.name} uses ${uses}, ${types.length > 0 ? `which goes with ${listNames(types, 'and')} only` : 'which has no virtual ports'}. libvirt defines the guest and cannot start it. Remove <virtualport>.`,
      libvirtMessage: `<virtualport type='${type.value}'> not supported for network '${used.name}' which uses ${uses}`,
      related: networkPlace(used),
      fixes: () => [
        { title: 'Remove <virtualport>', preferred: true, edits: removeElement(document.xml, virtualport) },
      ],
    });
  },
};

/** Others are refused by libvirt's schema. */
const knownTypes = new Set(['openvswitch', 'midonet', '802.1Qbg', '802.1Qbh']);
