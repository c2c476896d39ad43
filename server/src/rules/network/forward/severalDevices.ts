import { forward } from '../../../schema/network/forward.ts';
import { removeElement } from '../../../xml/edit.ts';
import { attributeValue, findChildren } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { networkName } from '../networkMode.ts';

/** More than one way out of a routed network. */
export const severalDevices: Rule = {
  code: 'forward/several-devices',
  severity: 'error',
  covers: ['NW07'],
  page: {
    title: 'Several devices for a routed network',
    explanation: `With forward mode \`nat\` or \`route\` the traffic can be bound to one device of the host. libvirt refuses a second one: \`multiple forwarding interfaces specified for network '…', only one is supported\`. Keep one, or name none: then the routes of the host decide.`,
    bad: "<network>\n  <name>lan</name>\n  <forward mode='nat'>\n    <interface dev='eth0'/>\n    <interface dev='eth1'/>\n  </forward>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='nat'>\n    <interface dev='eth0'/>\n  </forward>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
  },
  on: [forward],
  check(element, { document, report }) {
    const mode = attributeValue(element.xml, 'mode') ?? 'nat';
    if (mode !== 'nat' && mode !== 'route') return;
    const [first, ...others] = findChildren(element.xml, 'interface');
    // The same device twice is the business of forward/duplicate-device.
    const differing = others.filter(({ attributes }) => first && !sameDevice(first.attributes, attributes));
    for (const other of differing) {
      report({
        range: other.nameRange,
        message: `A network with mode ${mode} can leave by one device only, and this is another one. libvirt refuses the document. Keep one <interface>.`,
        libvirtMessage: `multiple forwarding interfaces specified for network '${networkName(element, document.xml)}', only one is supported`,
        ...(first && { related: [{ range: first.nameRange, message: 'The first device' }] }),
        fixes: () => [{ title: 'Remove this <interface>', preferred: true, edits: removeElement(document.xml, other) }],
      });
    }
  },
};

type Attributes = readonly { readonly name: string; readonly value: string }[];

function sameDevice(left: Attributes, right: Attributes): boolean {
  const dev = (attributes: Attributes) => attributes.find(({ name }) => name === 'dev')?.value;
  return dev(left) === dev(right);
}
