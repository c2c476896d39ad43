import { parseIp } from '../../schema/datatypes/ipNumber.ts';
import { networkIp, networkRoute } from '../../schema/network/ip.ts';
import { netmaskPrefix } from '../../workspace/subnet.ts';
import { attributeValue, findAttribute, findChild, findChildren } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { networkName } from './networkMode.ts';

/** An address that stands for a netmask and is none. */
export const badNetmask: Rule = {
  code: 'network/bad-netmask',
  severity: 'warning',
  covers: ['NW85'],
  page: {
    title: 'Netmask with a gap',
    explanation:
      'A netmask is a row of ones followed by zeros, such as 255.255.255.0. libvirt takes any IPv4 address for one when the network is defined, and then works with a subnet that nobody meant. With a DHCP range it refuses the document (`bad prefix -1 for network … when  checking range …`), and so it does in a route (`Address … in route definition is not a network address`), and with a route whose gateway is looked for in the subnet (`unreachable static route gateway …`).',
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.0.255.0'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
  },
  on: [networkIp, networkRoute],
  check(element, { document, report }) {
    const netmask = findAttribute(element.xml, 'netmask');
    if (!netmask || parseIp(netmask.value)?.family !== 'ipv4' || netmaskPrefix(netmask.value) !== undefined) return;
    // For IPv6 any netmask is wrong: that is network/ipv6-netmask.
    if (parseIp(attributeValue(element.xml, 'address') ?? '')?.family === 'ipv6') return;
    const refusal =
      element.declaration === networkRoute
        ? refusedRoute(element.xml)
        : (refusedRange(element.xml) ?? refusedGateway(element.xml, networkName(element, document.xml)));
    const effect = refusal
      ? `refuses the document, since it cannot check ${refusal.what}`
      : 'defines the network with a subnet that nobody meant';
    report({
      ...(refusal && { severity: 'error' as const, libvirtMessage: refusal.libvirtMessage }),
      range: valueRange(netmask),
      message: `${netmask.value} is no netmask: its bits are not ones followed by zeros. libvirt ${effect}. Write one such as 255.255.255.0, or prefix.`,
    });
  },
};

interface Refusal {
  /** What cannot be checked against such a netmask. */
  readonly what: string;
  readonly libvirtMessage: string;
}

function refusedRoute(route: XmlElement): Refusal {
  const address = attributeValue(route, 'address') ?? '';
  return {
    what: 'the address',
    libvirtMessage: `Address '${address}' in route definition is not a network address`,
  };
}

function refusedRange(ip: XmlElement): Refusal | undefined {
  const dhcp = findChild(ip, 'dhcp');
  const range = dhcp && findChild(dhcp, 'range');
  if (!range) return undefined;
  const [address, start, end] = [
    attributeValue(ip, 'address'),
    attributeValue(range, 'start'),
    attributeValue(range, 'end'),
  ];
  return {
    what: 'the range of DHCP',
    libvirtMessage: `bad prefix -1 for network ${address} when  checking range ${start} - ${end}`,
  };
}

/** No gateway is found in a subnet with such a netmask; another subnet of the network may have it. */
function refusedGateway({ parent }: XmlElement, network: string): Refusal | undefined {
  const [route] = parent && findChildren(parent, 'ip').length === 1 ? findChildren(parent, 'route') : [];
  const gateway = route && attributeValue(route, 'gateway');
  if (gateway === undefined) return undefined;
  return {
    what: 'the gateway of the route',
    libvirtMessage: `unreachable static route gateway '${gateway}' specified for network '${network}'`,
  };
}
