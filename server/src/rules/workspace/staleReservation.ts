import { network } from '../../schema/network/network.ts';
import type { InterfaceFacts } from '../../workspace/model.ts';
import { readNetwork } from '../../workspace/networkFacts.ts';
import { placedText } from '../../workspace/placed.ts';
import type { Rule } from '../rule.ts';
import { domainLabel } from './otherDomains.ts';

/** An address that is kept for a guest that is not on the network. */
export const staleReservation: Rule = {
  code: 'workspace/stale-reservation',
  severity: 'hint',
  covers: ['XD25'],
  page: {
    title: 'DHCP reservation for a MAC address that no guest of the network has',
    explanation: `\`<host mac=… ip=…/>\` keeps an address for the guest with this MAC address. If no guest on the network has it, the reservation never matches: the guest that it was meant for gets another address, or has been given another MAC address.

It is said only where the workspace has guests on this network: information when a guest has the address on another network, a hint when no guest of the workspace has it.`,
    beside: [
      "<domain type='kvm'>\n  <name>web</name>\n  <devices>\n    <interface type='network'>\n      <mac address='52:54:00:6b:3c:58'/>\n      <source network='lab'/>\n    </interface>\n  </devices>\n</domain>",
    ],
    bad: lab('52:54:00:6b:3c:85'),
    good: lab('52:54:00:6b:3c:58'),
  },
  on: [network],
  check(element, { workspace, report }) {
    const name = placedText(element.xml, 'name')?.value;
    if (!workspace || name === undefined) return;
    const { files } = workspace;
    const users = files.filesWith('networkUse', name);
    if (users.length === 0) return;
    const { bridge, reservations } = readNetwork(element.xml);
    const isHere = (facts: InterfaceFacts) =>
      facts.network === name || (bridge !== undefined && facts.bridge === bridge.value);
    for (const { value, range } of reservations) {
      const others = files.filesWith('mac', value);
      const isMatched = [...users, ...others].some(file =>
        file.interfaces.some(facts => facts.mac?.value === value && isHere(facts)),
      );
      if (isMatched) continue;
      const [other] = others;
      const place = other?.interfaces.find(({ mac }) => mac?.value === value)?.mac;
      report({
        ...(other && { severity: 'information' as const }),
        range,
        message: `${other ? `The ${domainLabel(other)} has ${value} on another network` : `No guest of this workspace has ${value}`}, so that the address is kept for nobody. libvirt takes it all the same. Write the MAC address of a guest on ${name}, or remove the entry.`,
        related: other && place ? [{ uri: other.uri, range: place.range, message: `${value} is here` }] : [],
      });
    }
  },
};

function lab(mac: string): string {
  return `<network>\n  <name>lab</name>\n  <bridge name='virbr7'/>\n  <ip address='192.168.77.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.77.2' end='192.168.77.99'/>\n      <host mac='${mac}' ip='192.168.77.200'/>\n    </dhcp>\n  </ip>\n</network>`;
}
