import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../wording.ts';
import { allowedParameters, findVirtualport, usableTypes, writtenParameters } from './parameters.ts';

/** libvirt adds both to a virtual port without a type when it defines the guest, so they tell nothing about what is meant. */
const generated = new Set(['instanceid', 'interfaceid']);

/** A virtual port without a type whose parameters belong to several types. */
export const mixedParameters: Rule = {
  code: 'virtualport/mixed-parameters',
  severity: 'hint',
  covers: ['VP31'],
  page: {
    title: 'Parameters of several virtual port types without a type',
    explanation: `On an interface of type \`network\` the virtual port may leave its type to the network and carry parameters of any type: a domain that moves between hosts can be prepared for several. libvirt then adds both a generated \`instanceid\` and a generated \`interfaceid\` when the guest is defined. At start, parameters that the type of the network does not take are an error, and those that are also in the network or its port group must have the same values there.`,
    bad: "<interface type='network'>\n  <source network='vepa'/>\n  <virtualport>\n    <parameters managerid='11' profileid='finance'/>\n  </virtualport>\n</interface>",
    good: "<interface type='network'>\n  <source network='vepa'/>\n  <virtualport>\n    <parameters profileid='finance'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { report }) {
    const virtualport = findVirtualport(element);
    if (virtualport?.interfaceType !== 'network' || virtualport.typeAttribute || !virtualport.parameters) return;
    const names = writtenParameters(virtualport)
      .map(({ name }) => name)
      .filter(name => !generated.has(name));
    const usable = usableTypes.get('network') ?? [];
    if (usable.some(type => names.every(name => allowedParameters(type).includes(name)))) return;
    report({
      range: virtualport.parameters.nameRange,
      message: `No virtual port type takes ${listNames(names, 'and')} together. libvirt defines the guest; at start they must fit the type and the values of the network. Keep only those of the type that the network has.`,
    });
  },
};
