import { network } from '../../schema/network/network.ts';
import { readNetwork } from '../../workspace/networkFacts.ts';
import type { Rule } from '../rule.ts';
import { networkLabel, otherNetworks } from './otherNetworks.ts';
import { connectionOf } from './usedNetwork.ts';

/** One subnet for two networks. */
export const sharedSubnet: Rule = {
  code: 'workspace/shared-subnet',
  severity: 'information',
  covers: ['NW79'],
  page: {
    title: 'Subnet that another network has as well',
    explanation: `Two networks with the same IPv4 subnet can be defined, and only one of them can be active: the host could not tell where to send packets for it. The start of the other one fails: \`Network is already in use by interface virbr7\`, as it does when the host itself has a route to that subnet. libvirt compares address and prefix; subnets that merely overlap are not noticed.

It is information only, because the two files may be meant for two hosts, or for two times.`,
    beside: ["<network>\n  <name>lab</name>\n  <ip address='192.168.77.1' netmask='255.255.255.0'/>\n</network>"],
    bad: "<network>\n  <name>office</name>\n  <ip address='192.168.77.254' prefix='24'/>\n</network>",
    good: "<network>\n  <name>office</name>\n  <ip address='192.168.78.254' prefix='24'/>\n</network>",
  },
  on: [network],
  check(element, context) {
    const facts = readNetwork(element.xml);
    if (connectionOf(facts) !== 'forwarding') return;
    for (const { value, range } of facts.subnets) {
      const other = [...otherNetworks('subnet', value, element, context)].find(
        file => file.network && connectionOf(file.network) === 'forwarding',
      );
      const place = other?.network?.subnets.find(subnet => subnet.value === value);
      if (!other || !place) continue;
      context.report({
        range,
        message: `The ${networkLabel(other)} has the subnet ${value} as well. libvirt defines both and starts only one of them on a host. Choose another subnet.`,
        libvirtMessage: `Network is already in use by interface ${other.network?.bridge?.value ?? 'virbr0'}`,
        related: [{ uri: other.uri, range: place.range, message: 'The same subnet is here' }],
      });
    }
  },
};
