import { parseIp } from '../../schema/datatypes/ipNumber.ts';
import { networkRoute } from '../../schema/network/ip.ts';
import { isInSubnet, readSubnet } from '../../workspace/subnet.ts';
import { findAttribute, findChildren } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { enclosingNetwork, networkName } from './networkMode.ts';

/** A route by way of a router that is not on the network. */
export const unreachableGateway: Rule = {
  code: 'network/unreachable-gateway',
  severity: 'error',
  covers: ['NW56'],
  page: {
    title: 'Gateway of a route outside the subnets of the network',
    explanation: `The gateway of a \`<route>\` is a guest of this network, so its address lies in the subnet of one of the \`<ip>\` elements. libvirt refuses the document otherwise: \`unreachable static route gateway '…' specified for network '…'\`.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n  <route address='10.1.0.0' prefix='16' gateway='192.168.99.2'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n  <route address='10.1.0.0' prefix='16' gateway='192.168.100.2'/>\n</network>",
  },
  on: [networkRoute],
  check(element, { document, report }) {
    const gateway = findAttribute(element.xml, 'gateway');
    const router = gateway && parseIp(gateway.value);
    if (!gateway || !router) return;
    const addresses = findChildren(enclosingNetwork(element), 'ip');
    const subnets = addresses.map(readSubnet);
    // A subnet that cannot be read may be the one.
    if (subnets.some(subnet => !subnet || isInSubnet(subnet, router))) return;
    report({
      range: valueRange(gateway),
      message: `${gateway.value} is in no subnet of this network, so the host cannot reach it. libvirt refuses the document. Write the address of a guest on this network.`,
      libvirtMessage: `unreachable static route gateway '${gateway.value}' specified for network '${networkName(element, document.xml)}'`,
      related: addresses.map(({ nameRange }) => ({ range: nameRange, message: 'A subnet of the network' })),
    });
  },
};
