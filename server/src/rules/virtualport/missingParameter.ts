import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../wording.ts';
import { completeVirtualport } from './complete.ts';
import {
  conversions,
  findVirtualport,
  missingParameters,
  requiredParameters,
  type VirtualportType,
} from './parameters.ts';

/** A virtual port that lacks what its type demands, although libvirt's schema has it optional. */
export const missingParameter: Rule = {
  code: 'virtualport/missing-parameter',
  severity: 'error',
  covers: ['VP04', 'VP05', 'VP06'],
  page: {
    title: 'Virtual port without a parameter that its type demands',
    explanation: `\`802.1Qbg\` needs \`managerid\`, \`typeid\` and \`typeidversion\`; \`802.1Qbh\` needs a \`profileid\` that is not empty; \`midonet\` needs the \`interfaceid\` of a port that exists. The schema of libvirt has most of them optional, but on interfaces of type \`bridge\`, \`direct\` and \`hostdev\` \`define\` refuses the document: \`missing typeid in <virtualport type='802.1Qbg'>\`. It names one at a time.

The administrator of the switch hands out these numbers and names. \`instanceid\`, and the \`interfaceid\` of Open vSwitch, are generated when they are left out.`,
    bad: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    if (!virtualport || virtualport.interfaceType === 'network') return;
    const { xml, type, parameters } = virtualport;
    // That of midonet is in libvirt's schema: schema/missing-attribute and schema/missing-element.
    if (!type || type === 'midonet') return;
    const missing = missingParameters(virtualport, type);
    const [first] = missing;
    // Parameters of another type only: that is one mistake, and virtualport/extra-parameter reports it.
    if (first === undefined || conversions(virtualport, type).length > 0) return;
    const empty = parameters && findAttribute(parameters, first);
    report({
      range: empty ? empty.nameRange : (parameters ?? xml).nameRange,
      message: empty
        ? `${first} is empty, which counts as missing in <virtualport type='${type}'>. libvirt refuses the document. Write the name of the port profile.`
        : `${listNames(missing, 'and')} ${missing.length === 1 ? 'is' : 'are'} missing in <virtualport type='${type}'>. libvirt refuses the document. ${demand(type)}`,
      libvirtMessage: `missing ${first} in <virtualport type='${type}'>`,
      fixes: generator => [
        {
          title: empty ? `Write a ${first}` : `Add ${listNames(missing, 'and')}`,
          preferred: true,
          edits: completeVirtualport(document.xml, virtualport, type, generator),
        },
      ],
    });
  },
};

function demand(type: VirtualportType): string {
  const names = listNames(requiredParameters[type], 'and');
  return `${type} needs ${names}, which the administrator of the switch hands out.`;
}
