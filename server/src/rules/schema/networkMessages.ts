import type { BoundDocument } from '../../binding/model.ts';
import type { ValueCode } from '../../schema/datatypes/datatype.ts';
import { attributeValue } from '../../xml/query.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from '../../xml/tree.ts';
import { networkMode, networkNameOf } from '../network/networkMode.ts';
import { badValueMessage, missingAttributeMessage, missingElementMessage } from './libvirtMessages.ts';

/** Whether a document is a network, a port of one or an interface of the host, whose parsers have messages of their own. */
export function isNetworking({ kind }: BoundDocument): boolean {
  return kind?.id === 'network' || kind?.id === 'networkport' || kind?.id === 'hostInterface';
}

/**
 * Messages of network_conf.c and interface_conf.c (seen with 9.0.0), by the names of an element and the one around it,
 * with an attribute. `{value}`, `{network}` and `{name}` (of a DNS record) are filled in.
 */
type Messages = Readonly<Record<string, string>>;

/** What libvirt prints when a required attribute is missing; where there is nothing only its schema demands it. */
const missingAttributes: Messages = {
  'network/portgroup@name': 'Missing required name attribute in portgroup',
  'network/ip@address': "Missing required address attribute in network '{network}'",
  'network/virtualport@type': 'missing required virtualport type',
  'network/route@address': '{network}: Missing required address attribute in route definition',
  'network/route@gateway': '{network}: Missing required gateway attribute in route definition',
  'forward/address@type': 'missing address type in network {network}',
  'forward/interface@dev': 'Missing required dev attribute in <forward> <interface> element of network {network}',
  'forward/pf@dev': "Missing required dev attribute in <pf> element of network '{network}'",
  'nat/address@start': "missing 'start' attribute in <address> element in <nat> in <forward> in network {network}",
  'nat/address@end': "missing 'end' attribute in <address> element in <nat> in <forward> in network {network}",
  'nat/port@start': "Missing or invalid 'start' attribute in <port> in <nat> in <forward> in network {network}",
  'nat/port@end': "Missing or invalid 'end' attribute in <port> in <nat> in <forward> in network {network}",
  'dhcp/range@start': "Missing 'start' attribute in dhcp range for network '{network}'",
  'dhcp/range@end': "Missing 'end' attribute in dhcp range for network '{network}'",
  'dhcp/host@ip': "Missing IP address in static host definition for network '{network}'",
  'dns/host@ip': "Missing IP address in network '{network}' DNS HOST record",
  'dns/txt@name': 'missing required name attribute in DNS TXT record of network {network}',
  'dns/txt@value': "missing required value attribute in DNS TXT record named '{name}' of network {network}",
  'dns/srv@service': "missing required service attribute in DNS SRV record of network '{network}'",
  'dns/srv@protocol': "missing required protocol attribute in DNS SRV record '{name}' of network '{network}'",
  '/interface@type': "Missing required attribute 'type' in element 'interface'",
  '/interface@name': 'interface has no name',
  'bridge/interface@type': "Missing required attribute 'type' in element 'interface'",
  'bridge/interface@name': 'interface has no name',
  'bond/interface@type': "Missing required attribute 'type' in element 'interface'",
  'bond/interface@name': 'interface has no name',
  'interface/vlan@tag': 'vlan interface misses the tag attribute',
  'vlan/interface@name': 'vlan interface misses name attribute',
  'interface/protocol@family': 'protocol misses the family attribute',
  'bond/miimon@freq': 'bond interface miimon freq missing or invalid',
  'bond/arpmon@interval': 'bond interface arpmon interval missing or invalid',
  'bond/arpmon@target': 'bond interface arpmon target missing',
};

const missingElements: Messages = {
  'network/name': 'missing name information',
  'host/hostname': "Missing hostname in network '{network}' DNS HOST record",
  'interface/bridge': 'bridge interface misses the bridge element',
  'interface/bond': 'bond interface misses the bond element',
  'interface/vlan': 'vlan interface misses the vlan element',
  'vlan/interface': 'vlan interface misses name attribute',
};

/** `virSocketAddrParse` asks the resolver for addresses in figures only. */
const notNumeric = "Cannot parse socket address '{value}': Name or service not known";

const badValues: Messages = {
  '/network@ipv6': "Invalid ipv6 setting '{value}' in network '{network}'",
  'network/forward@mode': "unknown forwarding type '{value}'",
  'network/bridge@delay': "Invalid delay value in network '{network}'",
  'network/bridge@macTableManager': "Invalid macTableManager setting '{value}' in network '{network}'",
  'network/mtu@size': "Invalid mtu size '{value}' in network '{network}'",
  'network/mac@address': "Invalid bridge mac address '{value}' in network '{network}'",
  'network/mac@address value/multicast-mac': "Invalid multicast bridge mac address '{value}' in network '{network}'",
  'network/ip@address': "Invalid address '{value}' in network '{network}'",
  'network/ip@netmask': "Invalid netmask '{value}' in network '{network}'",
  'network/ip@family': "Unrecognized family '{value}' in network '{network}'",
  'network/ip@prefix value/not-a-number': notUnsigned('prefix', 'ip'),
  'network/route@address': "{network}: Bad network address '{value}' in route definition",
  'network/route@netmask': "{network}: Bad netmask address '{value}' in route definition",
  'network/route@gateway': "{network}: Bad gateway address '{value}' in route definition",
  'network/route@family': "{network}: Unrecognized family '{value}' in route definition",
  'network/route@prefix value/not-a-number': notUnsigned('prefix', 'route'),
  'network/route@metric value/not-a-number': notUnsigned('metric', 'route'),
  'forward/address@type': "unknown address type '{value}' in network {network}",
  'forward/driver@name': "Unknown forward <driver name='{value}'/> in network {network}",
  'nat/address@start': "Bad ipv4 start address '{value}' in <nat> in <forward> in network '{network}'",
  'nat/address@end': "Bad ipv4 end address '{value}' in <nat> in <forward> in network '{network}'",
  'nat/port@start': "Missing or invalid 'start' attribute in <port> in <nat> in <forward> in network {network}",
  'nat/port@end': "Missing or invalid 'end' attribute in <port> in <nat> in <forward> in network {network}",
  'dhcp/range@start': notNumeric,
  'dhcp/range@end': notNumeric,
  'dhcp/bootp@server': notNumeric,
  'range/lease@expiry value/not-a-number': notUnsigned('expiry', 'lease'),
  'host/lease@expiry value/not-a-number': notUnsigned('expiry', 'lease'),
  'dhcp/host@mac': "Cannot parse MAC address '{value}' in network '{network}'",
  'dhcp/host@mac value/multicast-mac': "expected unicast mac address, found multicast '{value}' in network '{network}'",
  'dhcp/host@ip': "Invalid IP address in static host definition for network '{network}'",
  'dns/forwarder@addr': "Invalid forwarder IP address '{value}' in network '{network}'",
  'dns/host@ip': "Invalid IP address in network '{network}' DNS HOST record",
  'dns/txt@name': "prohibited character in DNS TXT record name '{value}' of network {network}",
  'dns/srv@service': "invalid character in service attribute '{value}' in DNS SRV record of network '{network}'",
  'dns/srv@port': "invalid DNS SRV port attribute for service '{name}' in network '{network}'",
  'dns/srv@priority': "Invalid DNS SRV priority attribute for service '{name}' in network '{network}'",
  'dns/srv@weight': "invalid DNS SRV weight attribute for service '{name}' in network '{network}'",
  'interface/start@mode': 'unknown interface startmode {value}',
  'interface/mtu@size value/out-of-range': "value of the 'size' attribute of 'mtu' element must be at most 100000",
  'interface/bond@mode': 'unknown bonding mode {value}',
  'interface/protocol@family': "unsupported protocol family '{value}'",
  'bond/miimon@freq': 'bond interface miimon freq missing or invalid',
  'bond/miimon@downdelay': 'bond interface miimon downdelay invalid',
  'bond/miimon@carrier': 'unknown mii bonding carrier {value}',
  'bond/arpmon@interval': 'bond interface arpmon interval missing or invalid',
  'bond/arpmon@validate': 'unknown arp bonding validate {value}',
};

/** Values that only libvirt's schema refuses: its code takes them for no, or does not look. */
const unread: ReadonlySet<string> = new Set([
  'network/bridge@stp',
  'network/portgroup@default',
  'network/forward@managed',
  'dns/srv@protocol',
  'interface/bridge@stp',
]);

const badTexts: Messages = {
  'network/name': 'invalid char in name: /',
  'network/uuid': 'malformed uuid element',
  'network/title': "Network title can't contain newlines",
};

/** Elements that a network has in common with guests, with the same messages. */
const shared: ReadonlySet<string> = new Set(['virtualport', 'parameters', 'inbound', 'outbound', 'tag']);

export function networkMissingAttributeMessage(
  element: XmlElement,
  attribute: string,
  document: XmlDocument,
): string | undefined {
  if (shared.has(element.name) && element.parent?.name !== 'network')
    return missingAttributeMessage(element, attribute);
  return fill(missingAttributes[pathOf(element, attribute)], element, document);
}

export function networkMissingElementMessage(
  element: XmlElement,
  child: string,
  document: XmlDocument,
): string | undefined {
  const own = fill(missingElements[`${element.name}/${child}`], element, document);
  return own ?? missingElementMessage(element, child);
}

export function networkBadValueMessage(
  { owner, name, value }: XmlAttribute,
  code: ValueCode,
  document: XmlDocument,
): string | undefined {
  if (shared.has(owner.name)) return badValueMessage(owner.name, name, value, code);
  const path = pathOf(owner, name);
  if (unread.has(path)) return undefined;
  const generic =
    code === 'value/not-allowed'
      ? `Invalid value for attribute '${name}' in element '${owner.name}': '{value}'.`
      : undefined;
  return fill(badValues[`${path} ${code}`] ?? badValues[path] ?? generic, owner, document, value);
}

/** As `badValueMessage`, for the text of an element. */
export function networkBadTextMessage(element: XmlElement): string | undefined {
  return badTexts[`${element.parent?.name ?? ''}/${element.name}`];
}

/** A limit's message: its first argument is the name of the network, the second one its mode; for a host's interface its type. */
export function networkLimitMessage(message: string, element: XmlElement, document: XmlDocument): string {
  const root = document.root ?? element;
  if (root.name !== 'network') return message.replaceAll(/%\d\$s/g, attributeValue(element, 'type') ?? '');
  return message.replaceAll('%1$s', networkNameOf(root, document)).replaceAll('%2$s', networkMode(root) ?? '');
}

/** `virXMLPropUInt` and its like. */
function notUnsigned(attribute: string, element: string): string {
  return `Invalid value for attribute '${attribute}' in element '${element}': '{value}'. Expected non-negative integer value`;
}

function pathOf({ parent, name }: XmlElement, attribute: string): string {
  return `${parent?.name ?? ''}/${name}@${attribute}`;
}

function fill(message: string | undefined, element: XmlElement, document: XmlDocument, value = ''): string | undefined {
  return message
    ?.replaceAll('{value}', () => value)
    .replaceAll('{name}', () => attributeValue(element, element.name === 'srv' ? 'service' : 'name') ?? '')
    .replaceAll('{network}', () => networkNameOf(document.root ?? element, document));
}
