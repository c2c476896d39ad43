import { forward } from '../../../schema/network/forward.ts';
import { readPciAddress } from '../../../workspace/pciAddress.ts';
import { removeElement } from '../../../xml/edit.ts';
import { attributeValue, findChildren } from '../../../xml/query.ts';
import { groupBy } from '../../groupBy.ts';
import type { Rule } from '../../rule.ts';
import { networkName } from '../networkMode.ts';

/** The same device twice in a pool. */
export const duplicateDevice: Rule = {
  code: 'forward/duplicate-device',
  severity: 'error',
  covers: ['NW22'],
  page: {
    title: 'Device that is in the pool twice',
    explanation: `Each device can be in the pool of a network once. libvirt refuses the document: \`interface 'eth1' can only be listed once in network …\`, or the same with a PCI device, whose address may be written in two ways.`,
    bad: "<network>\n  <name>lan</name>\n  <forward mode='passthrough'>\n    <interface dev='eth1'/>\n    <interface dev='eth2'/>\n    <interface dev='eth1'/>\n  </forward>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='passthrough'>\n    <interface dev='eth1'/>\n    <interface dev='eth2'/>\n  </forward>\n</network>",
  },
  on: [forward],
  check(element, { document, report }) {
    const network = networkName(element, document.xml);
    const interfaces = findChildren(element.xml, 'interface');
    // PCI addresses are not read where there are interfaces.
    const addresses = interfaces.length > 0 ? [] : findChildren(element.xml, 'address');
    const groups = [
      ...groupBy(interfaces, device => attributeValue(device, 'dev') || undefined),
      ...groupBy(addresses, readPciAddress),
    ];
    for (const [name, [first, ...others]] of groups) {
      const what = first.name === 'address' ? `PCI device '${name}'` : `interface '${name}'`;
      for (const other of others) {
        report({
          range: other.nameRange,
          message: `${name} is in the pool already. libvirt refuses the document, since it could give the device out once only. Remove one of the two.`,
          libvirtMessage: `${what} can only be listed once in network ${network}`,
          related: [{ range: first.nameRange, message: `${name} is listed here as well` }],
          fixes: () => [
            { title: `Remove this <${other.name}>`, preferred: true, edits: removeElement(document.xml, other) },
          ],
        });
      }
    }
  },
};
