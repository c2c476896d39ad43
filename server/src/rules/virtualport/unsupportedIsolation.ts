import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { attributeValue, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { findVirtualport } from './parameters.ts';

/** Isolation is a flag of a port of the Linux bridge. */
export const unsupportedIsolation: Rule = {
  code: 'virtualport/unsupported-isolation',
  severity: 'error',
  covers: ['PT02'],
  page: {
    title: 'Isolated port beside a virtual port',
    explanation: `\`<port isolated='yes'/>\` sets a flag on the port of a Linux bridge, so that isolated guests do not reach each other. Ports of Open vSwitch and of other switches have no such flag; libvirt refuses the document: \`<port isolated='yes'/> is not supported for network interfaces with virtualport type='openvswitch'\`. Let the switch separate the guests.`,
    bad: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <virtualport type='openvswitch'/>\n  <port isolated='yes'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <virtualport type='openvswitch'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    const port = findChild(element.xml, 'port');
    if (!virtualport?.type || !port || attributeValue(port, 'isolated') !== 'yes') return;
    // Other types cannot be isolated at all, which the catalogue says.
    if (virtualport.interfaceType !== 'bridge' && virtualport.interfaceType !== 'network') return;
    report({
      range: port.nameRange,
      message: `Only ports of a Linux bridge can be isolated, and this one is a virtual port of type ${virtualport.type}. libvirt refuses the document. Remove <port>, and separate the guests on the switch.`,
      related: [{ range: virtualport.xml.nameRange, message: 'The virtual port is here' }],
      fixes: () => [{ title: 'Remove <port>', preferred: true, edits: removeElement(document.xml, port) }],
    });
  },
};
