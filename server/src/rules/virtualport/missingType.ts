import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../wording.ts';
import { completeVirtualport } from './complete.ts';
import { findVirtualport, fittingTypes, usableTypes, writtenParameters } from './parameters.ts';

/** A virtual port without a type, where no network can supply it. */
export const missingType: Rule = {
  code: 'virtualport/missing-type',
  severity: 'error',
  covers: ['VP03'],
  page: {
    title: 'Virtual port without a type',
    explanation: `On interfaces of type \`bridge\`, \`direct\` and \`hostdev\` the virtual port must say its type. The schema of libvirt lets it be left out, \`define\` refuses it: \`missing required virtualport type\`. Only on an interface of type \`network\` may it be missing, since the network supplies it at start.

Use \`openvswitch\` (or \`midonet\`) on a bridge, \`802.1Qbg\` or \`802.1Qbh\` on macvtap, \`802.1Qbh\` on a host device.`,
    bad: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <virtualport>\n    <parameters profileid='finance'/>\n  </virtualport>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <virtualport type='openvswitch'>\n    <parameters profileid='finance'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    if (!virtualport || virtualport.typeAttribute || virtualport.interfaceType === 'network') return;
    const { xml, interfaceType } = virtualport;
    const usable = usableTypes.get(interfaceType) ?? [];
    const fitting = fittingTypes(virtualport);
    const candidates = fitting.length > 0 ? fitting : usable;
    // Parameters that no usable type takes: whatever is chosen, something has to go.
    const clear = fitting.length > 0 || writtenParameters(virtualport).length === 0;
    report({
      range: xml.nameRange,
      message: `<virtualport> has no type, which only an interface of type network may leave to its network. libvirt refuses the document. Write type=${listNames(
        usable.map(type => `'${type}'`),
        'or',
      )}.`,
      libvirtMessage: 'missing required virtualport type',
      fixes: generator =>
        candidates.map((type, index) => ({
          title: `Set type='${type}'`,
          ...(clear && index === 0 && { preferred: true as const }),
          edits: completeVirtualport(document.xml, virtualport, type, generator),
        })),
    });
  },
};
