import type { ValueDeclaration } from '../datatypes/datatype.ts';

/** A variable that a filter needs and libvirt does not fill in by itself. */
export interface FilterVariable {
  readonly name: string;
  readonly summary: string;
  /** A value to start from. */
  readonly sample: string;
}

/** A network filter that libvirt's packages define. */
export interface BuiltInFilter extends ValueDeclaration {
  /** What an interface must give by `<parameter>`; MAC and IP are filled in by libvirt. */
  readonly variables?: readonly FilterVariable[];
}

const dhcpServer: FilterVariable = {
  name: 'DHCPSERVER',
  summary: 'Address of the DHCP server that the guest may use.',
  sample: '192.168.122.1',
};

const dhcpv6Server: FilterVariable = { ...dhcpServer, sample: '2001:db8::1' };

const gatewayMac: FilterVariable = {
  name: 'GATEWAY_MAC',
  summary: 'MAC address of the gateway, the only one that the guest may talk to.',
  sample: '52:54:00:00:00:01',
};

const ipv6: FilterVariable = {
  name: 'IPV6',
  summary: 'IPv6 address of the guest, which libvirt does not learn by itself.',
  sample: '2001:db8::10',
};

function filter(value: string, summary: string, variables?: readonly FilterVariable[]): BuiltInFilter {
  const needs = variables?.map(({ name, summary: what }) => `A parameter \`${name}\`: ${what}`).join(' ');
  return {
    value,
    documentation: { summary, page: 'formatnwfilter.html', ...(needs !== undefined && { needs }) },
    ...(variables && { variables }),
  };
}

/** The filters of libvirt's packages, as src/nwfilter/xml has them; the ones for whole guests first. */
export const builtInFilters: readonly BuiltInFilter[] = [
  filter('clean-traffic', 'Stops a guest from using other MAC and IP addresses than its own, and ARP spoofing.'),
  filter('clean-traffic-gateway', 'As clean-traffic, and the guest may talk to its gateway only.', [gatewayMac]),
  filter('no-mac-spoofing', 'Stops frames of the guest with a MAC address that is not its own.'),
  filter('no-ip-spoofing', 'Stops packets of the guest with an IPv4 address that is not its own.'),
  filter('no-ipv6-spoofing', 'Stops packets of the guest with an IPv6 address that is not its own.', [ipv6]),
  filter('no-arp-spoofing', 'Stops ARP messages of the guest in the name of others, by MAC and by IPv4 address.'),
  filter('no-arp-mac-spoofing', 'Stops ARP messages of the guest with a MAC address that is not its own.'),
  filter('no-arp-ip-spoofing', 'Stops ARP messages of the guest with an IPv4 address that is not its own.'),
  filter('no-mac-broadcast', 'Stops frames of the guest to the broadcast address.'),
  filter('no-ip-multicast', 'Stops IPv4 packets of the guest to multicast addresses.'),
  filter('no-ipv6-multicast', 'Stops IPv6 packets of the guest to multicast addresses.'),
  filter('no-other-l2-traffic', 'Stops everything that no earlier rule has let pass.'),
  filter('no-other-rarp-traffic', 'Stops RARP that no earlier rule has let pass.'),
  filter('allow-arp', 'Lets ARP pass, both ways.'),
  filter('allow-ipv4', 'Lets IPv4 pass, both ways.'),
  filter('allow-ipv6', 'Lets IPv6 pass, both ways.'),
  filter('allow-incoming-ipv4', 'Lets IPv4 pass towards the guest.'),
  filter('allow-incoming-ipv6', 'Lets IPv6 pass towards the guest.'),
  filter('allow-dhcp', 'Lets the guest get its address by DHCP from any server.'),
  filter('allow-dhcp-server', 'Lets the guest get its address by DHCP from one server.', [dhcpServer]),
  filter('allow-dhcpv6', 'Lets the guest get its address by DHCPv6 from any server.'),
  filter('allow-dhcpv6-server', 'Lets the guest get its address by DHCPv6 from one server.', [dhcpv6Server]),
  filter('qemu-announce-self', 'Lets the announcements pass that QEMU sends after a migration.'),
  filter('qemu-announce-self-rarp', 'Lets the RARP announcements pass that QEMU sends after a migration.'),
];

/** The variables that a built-in filter needs; none for other filters. */
export function variablesOf(filterName: string): readonly FilterVariable[] {
  return builtInFilters.find(({ value }) => value === filterName)?.variables ?? [];
}
