import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { readInterface } from '../../workspace/interfaceFacts.ts';
import type { InterfaceFacts } from '../../workspace/model.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { domainsWith } from './otherDomains.ts';
import { findFloor } from './unsupportedFloor.ts';
import { findUsedNetwork, networkPlace } from './usedNetwork.ts';

/** Guaranteed rates that add up to more than the network has. */
export const overcommittedFloor: Rule = {
  code: 'workspace/overcommitted-floor',
  severity: 'error',
  covers: ['XD12'],
  page: {
    title: 'Guaranteed rates above what the network has',
    explanation: `libvirt adds up the \`floor\` of all running interfaces of a network and compares the sum with the inbound \`peak\` of the network, or with its \`average\` where no peak is set. The interface that exceeds it cannot be plugged in, so that its guest does not start: \`new combined inbound floor=… would overcommit average=…\`.

It is an error when the interfaces of this one domain are too much already, and information when only those of all domains of the workspace together are: they may never run at the same time.`,
    beside: [
      "<network>\n  <name>lab</name>\n  <bridge name='virbr-lab'/>\n  <bandwidth>\n    <inbound average='1000'/>\n  </bandwidth>\n</network>",
    ],
    bad: "<interface type='network'>\n  <source network='lab'/>\n  <bandwidth>\n    <inbound average='6000' floor='5000'/>\n  </bandwidth>\n</interface>",
    good: "<interface type='network'>\n  <source network='lab'/>\n  <bandwidth>\n    <inbound average='6000' floor='800'/>\n  </bandwidth>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { report } = context;
    const used = findUsedNetwork(element, context);
    const floor = findFloor(element.xml);
    const { average, peak } = used?.network.inbound ?? {};
    if (used?.connection !== 'forwarding' || !floor || !average) return;
    const limit = peak || average;
    const siblings = element.parent?.children.filter(({ declaration }) => declaration === interfaceDevice) ?? [element];
    const upToHere = siblings.slice(0, siblings.indexOf(element) + 1).map(({ xml }) => readInterface(xml));
    const own = floorsOn(used.name, upToHere);
    const others = [...domainsWith('networkUse', used.name, context)];
    const total = others.reduce((sum, { interfaces }) => sum + floorsOn(used.name, interfaces), own);
    if (total <= limit) return;
    const certain = own > limit;
    report({
      ...(!certain && { severity: 'information' as const }),
      range: valueRange(floor),
      message: `The guaranteed rates on the network ${used.name} add up to ${certain ? own : total} kB/s${certain ? '' : ' over all domains of the workspace'}, and it has ${limit}. libvirt defines the guest and ${certain ? 'cannot start it' : 'cannot start it while the others run'}. Lower floor, or raise the inbound ${peak ? 'peak' : 'average'} of the network.`,
      related: networkPlace(used),
    });
  },
};

function floorsOn(network: string, interfaces: readonly InterfaceFacts[]): number {
  return interfaces.reduce((sum, facts) => sum + (facts.network === network ? (facts.floor ?? 0) : 0), 0);
}
