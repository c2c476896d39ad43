import { bitsOf } from '../../schema/datatypes/ipNumber.ts';
import { networkIp } from '../../schema/network/ip.ts';
import { readSubnet } from '../../workspace/subnet.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { enclosingNetwork } from './networkMode.ts';

/** A subnet that no reverse DNS domain stands for, whose reverse lookups are to be kept here. */
export const localPtrPrefix: Rule = {
  code: 'network/local-ptr-prefix',
  severity: 'error',
  covers: [],
  page: {
    title: 'localPtr with a prefix between two digits',
    explanation: `Reverse DNS has a domain for each octet of an IPv4 address and for each hex digit of an IPv6 address, so \`localPtr='yes'\` goes with an IPv4 prefix of 8, 16 or 24 and an IPv6 prefix below 128 that can be divided by 4. libvirt defines the network with another one and cannot start it: \`PTR domain for IPv4 network with prefix 28 cannot be automatically created\`.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' prefix='28' localPtr='yes'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' prefix='24' localPtr='yes'/>\n</network>",
  },
  on: [networkIp],
  check(element, { document, report }) {
    const localPtr = findAttribute(element.xml, 'localPtr');
    const subnet = localPtr?.value === 'yes' ? readSubnet(element.xml) : undefined;
    if (!localPtr || !subnet) return;
    const { family, prefix } = subnet;
    // virSocketAddrPTRDomain.
    if (prefix > 0 && prefix < bitsOf(family) && prefix % (family === 'ipv4' ? 8 : 4) === 0) return;
    const dns = findChild(enclosingNetwork(element), 'dns');
    if (dns && attributeValue(dns, 'enable') === 'no') return;
    const name = family === 'ipv4' ? 'IPv4' : 'IPv6';
    const fitting = family === 'ipv4' ? '8, 16 or 24' : 'below 128 that can be divided by 4';
    report({
      range: localPtr.nameRange,
      message: `There is no reverse DNS domain for an ${name} subnet with the prefix ${prefix}. libvirt defines the network and cannot start it. Remove localPtr, or use a prefix ${family === 'ipv4' ? 'of ' : ''}${fitting}.`,
      libvirtMessage: `PTR domain for ${name} network with prefix ${prefix} cannot be automatically created`,
      fixes: () => [{ title: 'Remove localPtr', preferred: true, edits: removeAttribute(document.xml, localPtr) }],
    });
  },
};
