import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertChild, quoteStyle } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { completeVirtualport, sampleParameter } from '../virtualport/complete.ts';
import { findVirtualport, requiredParameters } from '../virtualport/parameters.ts';
import { listNames } from '../wording.ts';
import { mergeVirtualports } from './mergedVirtualport.ts';
import { networkPorts } from './unsupportedVirtualport.ts';
import { findUsedNetwork, networkPlace } from './usedNetwork.ts';

/** A virtual port that lacks a parameter even with what the network adds. */
export const incompleteVirtualport: Rule = {
  code: 'workspace/incomplete-virtualport',
  severity: 'error',
  covers: ['XD09'],
  page: {
    title: 'Virtual port without a parameter, even with what the network adds',
    explanation: `When a guest starts, libvirt puts together the \`<virtualport>\` of the interface, of the network and of the port group, and then looks whether all is there that the type demands: \`managerid\`, \`typeid\` and \`typeidversion\` of 802.1Qbg, \`profileid\` of 802.1Qbh. If not, the start fails: \`missing profileid in <virtualport type='802.1Qbh'>\`.

It is an error where one file of the workspace, and one only, defines the network. The parameter may be added to the interface, to the network or to the port group.`,
    beside: [
      "<network>\n  <name>fabric</name>\n  <forward mode='passthrough'>\n    <interface dev='eth1'/>\n    <interface dev='eth2'/>\n  </forward>\n  <virtualport type='802.1Qbh'/>\n</network>",
    ],
    bad: "<interface type='network'>\n  <source network='fabric'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='fabric'/>\n  <virtualport type='802.1Qbh'>\n    <parameters profileid='finance'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const { document, report } = context;
    const used = findUsedNetwork(element, context);
    if (!used?.connection) return;
    const { type, parameters, conflict } = mergeVirtualports(element, used);
    if (conflict || (type !== '802.1Qbg' && type !== '802.1Qbh')) return;
    if (!networkPorts[used.connection].types.includes(type)) return;
    const missing = requiredParameters[type].filter(name => !parameters[name]);
    const [first] = missing;
    if (first === undefined) return;
    const virtualport = findVirtualport(element);
    const names = listNames(missing, 'and');
    report({
      range: virtualport
        ? (findChild(virtualport.xml, 'parameters') ?? virtualport.xml).nameRange
        : valueRange(used.attribute),
      message: `The virtual port of type ${type} gets no ${names}, neither here nor from the network ${used.name}. libvirt defines the guest and cannot start it. Add ${names} here, or in the network.`,
      libvirtMessage: `missing ${first} in <virtualport type='${type}'>`,
      related: networkPlace(used),
      fixes: generator => {
        if (virtualport) {
          const edits = completeVirtualport(document.xml, virtualport, type, generator, missing);
          return [{ title: `Add ${names}`, preferred: true, edits }];
        }
        const quote = quoteStyle(document.xml, used.attribute.owner);
        const written = missing.map(name => ` ${name}=${quote}${sampleParameter(type, name, generator)}${quote}`);
        const xml = `<virtualport type=${quote}${type}${quote}>\n  <parameters${written.join('')}/>\n</virtualport>`;
        const edits = insertChild(document.xml, element.xml, xml, used.attribute.owner);
        return [{ title: `Add <virtualport> with ${names}`, preferred: true, edits }];
      },
    });
  },
};
