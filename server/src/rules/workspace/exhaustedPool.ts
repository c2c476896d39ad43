import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { readInterface } from '../../workspace/interfaceFacts.ts';
import type { InterfaceFacts, NetworkFacts } from '../../workspace/model.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { mergeVirtualports } from './mergedVirtualport.ts';
import { domainsWith } from './otherDomains.ts';
import { findUsedNetwork, networkPlace } from './usedNetwork.ts';

/** More interfaces on a network than it has devices to give away. */
export const exhaustedPool: Rule = {
  code: 'workspace/exhausted-pool',
  severity: 'error',
  covers: ['XD28'],
  page: {
    title: 'More interfaces than the network has devices',
    explanation: `A network with forward mode \`passthrough\` or \`hostdev\`, or \`private\` with 802.1Qbh, gives each guest interface a device of its own. When all are taken, the next guest does not start: \`network … requires exclusive access to interfaces, but none are available\`.

It is an error when the interfaces of one domain are too many already, and information when only those of all domains of the workspace together are: they may never run at the same time.`,
    beside: [
      "<network>\n  <name>card</name>\n  <forward mode='passthrough'>\n    <interface dev='eth1'/>\n  </forward>\n</network>",
    ],
    bad: guest("    <interface type='network'>\n      <source network='card'/>\n    </interface>\n"),
    good: guest(''),
  },
  on: [interfaceDevice],
  check(element, context) {
    const used = findUsedNetwork(element, context);
    const size = used && poolSize(used.network, mergeVirtualports(element, used).type);
    if (!used || !size) return;
    const siblings = element.parent?.children.filter(({ declaration }) => declaration === interfaceDevice) ?? [element];
    const upToHere = siblings.slice(0, siblings.indexOf(element) + 1).map(({ xml }) => readInterface(xml));
    const own = countOn(used.name, upToHere);
    const others = [...domainsWith('networkUse', used.name, context)];
    const total = others.reduce((sum, { interfaces }) => sum + countOn(used.name, interfaces), own);
    if (total <= size) return;
    const certain = own > size;
    context.report({
      ...(!certain && { severity: 'information' as const }),
      range: valueRange(used.attribute),
      message: `The network ${used.name} has ${size} ${size === 1 ? 'device' : 'devices'} to give away, and ${certain ? `this is interface ${own} of the domain` : `the domains of this workspace have ${total} interfaces`} on it. libvirt defines the guest and cannot start it ${certain ? 'for want of a device' : 'while the others run'}. Add devices to the network, or use another one.`,
      libvirtMessage: `network '${used.name}' requires exclusive access to interfaces, but none are available`,
      related: networkPlace(used),
    });
  },
};

/** The number of devices, where each interface takes one of its own; a card's virtual functions are not counted in the file. */
function poolSize(network: NetworkFacts, virtualport: string | undefined): number | undefined {
  const { forward, devices, pciDevices, wholeCard } = network;
  if (wholeCard) return undefined;
  if (forward === 'hostdev') return pciDevices.length;
  const exclusive = forward === 'passthrough' || (forward === 'private' && virtualport === '802.1Qbh');
  return exclusive ? devices.length : undefined;
}

function countOn(network: string, interfaces: readonly InterfaceFacts[]): number {
  return interfaces.filter(facts => facts.network === network).length;
}

function guest(second: string): string {
  return `<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='card'/>\n    </interface>\n${second}  </devices>\n</domain>`;
}
