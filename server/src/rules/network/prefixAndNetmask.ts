import { parseIp } from '../../schema/datatypes/ipNumber.ts';
import { networkIp, networkRoute } from '../../schema/network/ip.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { networkName } from './networkMode.ts';

/** The size of a subnet written in both notations. */
export const prefixAndNetmask: Rule = {
  code: 'network/prefix-and-netmask',
  severity: 'error',
  covers: ['NW43'],
  page: {
    title: 'Prefix and netmask together',
    explanation: `\`prefix\` and \`netmask\` are two notations of the same thing. libvirt refuses both together, even when they agree: \`Network '…' IP address cannot have both a prefix and a netmask\`.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0' prefix='24'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' prefix='24'/>\n</network>",
  },
  on: [networkIp, networkRoute],
  check(element, { document, report }) {
    const netmask = findAttribute(element.xml, 'netmask');
    const prefix = findAttribute(element.xml, 'prefix');
    // An IPv6 address has no netmask at all: that is network/ipv6-netmask.
    if (!netmask || !prefix || parseIp(attributeValue(element.xml, 'address') ?? '')?.family === 'ipv6') return;
    report({
      range: netmask.nameRange,
      message:
        'netmask and prefix say the same thing. libvirt refuses the document with both of them. Remove one of them.',
      libvirtMessage:
        element.declaration === networkIp
          ? `Network '${networkName(element, document.xml)}' IP address cannot have both a prefix and a netmask`
          : `${networkName(element, document.xml)}: Route definition cannot have both a prefix and a netmask`,
      related: [{ range: prefix.nameRange, message: 'The prefix' }],
      fixes: () => [
        { title: 'Remove netmask', preferred: true, edits: removeAttribute(document.xml, netmask) },
        { title: 'Remove prefix', edits: removeAttribute(document.xml, prefix) },
      ],
    });
  },
};
