import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../wording.ts';
import { findUsedNetwork } from '../workspace/usedNetwork.ts';
import { completeVirtualport } from './complete.ts';
import { findVirtualport, missingParameters } from './parameters.ts';

/** A virtual port on a network interface that counts on the network for the rest. */
export const incompleteOnNetwork: Rule = {
  code: 'virtualport/incomplete-on-network',
  severity: 'hint',
  covers: ['VP32'],
  page: {
    title: 'Virtual port that needs the rest from the network',
    explanation: `On an interface of type \`network\` the virtual port may be incomplete: at start libvirt puts together what the interface, the network and the port group say, and only then looks whether all is there. The start fails if neither the network nor the port group has the missing parameters.`,
    bad: "<interface type='network'>\n  <source network='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11'/>\n  </virtualport>\n</interface>",
    good: "<interface type='network'>\n  <source network='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { document, report } = context;
    const virtualport = findVirtualport(element);
    // Where the network is known, workspace/incomplete-virtualport knows whether it has the rest.
    if (virtualport?.interfaceType !== 'network' || findUsedNetwork(element, context)) return;
    const { xml, type, parameters } = virtualport;
    // That of midonet is in libvirt's schema: schema/missing-attribute and schema/missing-element.
    if (!type || type === 'midonet') return;
    const missing = missingParameters(virtualport, type);
    if (missing.length === 0) return;
    const names = listNames(missing, 'and');
    report({
      range: (parameters ?? xml).nameRange,
      message: `${names} must come from the network or its port group. libvirt defines the guest and looks for them at start. Add ${names} here if the network does not have ${missing.length === 1 ? 'it' : 'them'}.`,
      fixes: generator => [
        { title: `Add ${names}`, edits: completeVirtualport(document.xml, virtualport, type, generator) },
      ],
    });
  },
};
