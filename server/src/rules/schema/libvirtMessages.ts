import type { ValueCode } from '../../schema/datatypes/datatype.ts';
import { ancestors, attributeValue, findChild } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** Attributes that only libvirt's schema demands; its code does without them. */
const schemaOnly: ReadonlySet<string> = new Set([
  'interface type',
  'mac address',
  'target dev',
  'link state',
  'filterref filter',
]);

/** What libvirt prints when a required attribute is missing; `undefined` when only its schema refuses it. */
export function missingAttributeMessage(element: XmlElement, attribute: string): string | undefined {
  const { name, parent } = element;
  if (name === 'parameters') return missingParameterMessage(attribute, parent);
  if (name === 'ip' && attribute === 'address' && parent?.name !== 'network') return 'Missing required address in <ip>';
  if (name === 'route') return `Missing required ${attribute} attribute in route definition`;
  if (name === 'range' && parent?.name === 'portForward') return missingStartMessage(element);
  if (name === 'teaming' && attribute === 'persistent') return noPartner;
  if (name === 'address') return parent?.name === 'source' ? noSourceAddress : undefined;
  if (name === 'target' && attributeValue(element, 'managed') === 'no') {
    return "target dev must be supplied when managed='no'";
  }
  return schemaOnly.has(`${name} ${attribute}`)
    ? undefined
    : `Missing required attribute '${attribute}' in element '${name}'`;
}

/** virDomainNetDefValidate; a range without any attribute passes, and libvirt loses it. */
function missingStartMessage(range: XmlElement): string | undefined {
  return ['end', 'to', 'exclude'].some(name => attributeValue(range, name) !== undefined)
    ? "The 'range' of a 'portForward' requires 'start' attribute if 'end', 'to', or 'exclude' is specified"
    : undefined;
}

/** What libvirt prints when a required child element is missing, as far as that is known. */
export function missingElementMessage(element: XmlElement, child: string): string | undefined {
  const type = attributeValue(element, 'type');
  if (element.name === 'interface' && child === 'source') {
    return type === 'hostdev' ? noSourceAddress : `interface type='${type}' requires a 'source' element`;
  }
  if (child === 'tag') return noTag;
  if (child === 'local') return "'<local>' element missing for 'udp' socket interface";
  return child === 'parameters' ? missingParameterMessage('interfaceid', element) : undefined;
}

/** What libvirt prints about an element that does not go with the type of the one around it, as far as that is known. */
export function elementNotForTypeMessage(element: XmlElement, child: string): string | undefined {
  return element.name === 'interface' && child === 'virtualport'
    ? `<virtualport> element unsupported for <interface type='${attributeValue(element, 'type')}'>`
    : undefined;
}

/** What libvirt prints about an attribute that does not go with the type, as far as that is known. */
export function attributeNotForTypeMessage(element: XmlElement, attribute: string): string | undefined {
  return element.name === 'teaming' && attribute === 'persistent'
    ? `teaming persistent attribute not allowed if teaming type is '${attributeValue(element, 'type')}'`
    : undefined;
}

/** `virNetDevVlanParse` in netdev_vlan_conf.c. */
export const noTag = "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement";

/** `virDomainNetDefValidate`. */
export const noPartner = "teaming persistent attribute must be set if teaming type is 'transient'";

/** So it reads in libvirt, which looks for the type of an address that is not there. */
const noSourceAddress = "unknown host device source address type '(null)'";

function missingParameterMessage(name: string, virtualport: XmlElement | undefined): string | undefined {
  const type = virtualport && attributeValue(virtualport, 'type');
  return type === undefined ? undefined : `missing ${name} in <virtualport type='${type}'>`;
}

/**
 * What libvirt prints about a value that it refuses, as far as that is known; `undefined` when it prints something else
 * or when only its schema refuses the value.
 */
export function badValueMessage(
  element: string,
  attribute: string,
  value: string,
  code: ValueCode,
): string | undefined {
  if (element === 'parameters') return parameterMessage(attribute, value, code);
  if (element === 'virtualport') return `unknown virtualport type ${value}`;
  if (element === 'mac' && attribute === 'address') return macMessage(value, code);
  if (element === 'link') return `unknown interface link state '${value}'`;
  if (element === 'frames') return framesMessage(value, code);
  if (element === 'ip' && attribute === 'peer') return `Invalid peer '${value}' in <ip>`;
  if (element === 'portForward' && attribute === 'address') return `Invalid address '${value}' in <portForward>`;
  if (element === 'range' && code === 'value/out-of-range') return portMessage(attribute, value);
  if (element === 'teaming') return `unknown teaming type '${value}'`;
  if (element === 'model' && code === 'value/bad-format') return 'Model name contains invalid characters';
  if (element === 'inbound' || element === 'outbound') return rateMessage(element, attribute, value);
  if (element === 'tag' && attribute === 'id') {
    return isTooLarge(value)
      ? `vlan tag id ${value.trim()} too large (maximum 4095)`
      : notANumber(element, attribute, value);
  }
  if (numbered.has(`${element} ${attribute}`)) return numberMessage(element, attribute, value);
  // An invalid `managed` is passed over in silence.
  if (code !== 'value/not-allowed' || attribute === 'managed') return undefined;
  return `Invalid value for attribute '${attribute}' in element '${element}': '${value}'.`;
}

/** virNetDevBandwidthParseRate and virNetDevBandwidthRateValidate; zero passes. */
function rateMessage(element: string, attribute: string, value: string): string | undefined {
  if (/^\s*0+$/.test(value)) return undefined;
  const maximum = attribute === 'burst' ? '4194303' : '18014398509481984';
  return isTooLarge(value)
    ? `value '${value.trim()}' is too big for '${attribute}' parameter, maximum is '${maximum}'`
    : notANumber(element, attribute, value);
}

/** Numbers of a device that C reads with virXMLPropUInt. */
const numbered: ReadonlySet<string> = new Set([
  'boot order',
  'acpi index',
  'driver queues',
  'driver rx_queue_size',
  'driver tx_queue_size',
]);

/** Zero is refused where it cannot be a place or a number; for a driver it means that nothing is written. */
function numberMessage(element: string, attribute: string, value: string): string | undefined {
  if (!/^\s*0+$/.test(value)) return notANumber(element, attribute, value);
  return element === 'driver'
    ? undefined
    : `Invalid value for attribute '${attribute}' in element '${element}': Zero is not permitted`;
}

/** Whether a value that was refused is a number at all: then it is too large. */
function isTooLarge(value: string): boolean {
  return /^\s*[0-9]{1,19}$/.test(value);
}

/** virXMLPropUInt and virXMLPropULongLong. */
function notANumber(element: string, attribute: string, value: string): string {
  return `Invalid value for attribute '${attribute}' in element '${element}': '${value}'. Expected non-negative integer value`;
}

/** `virNetDevVPortProfileParse` in netdev_vport_profile_conf.c. */
function parameterMessage(attribute: string, value: string, code: ValueCode): string | undefined {
  switch (code) {
    case 'value/not-a-number':
      return `cannot parse value of ${attribute} parameter`;
    case 'value/out-of-range':
      if (value.trimStart().startsWith('-')) return undefined;
      if (!isInt(value)) return `cannot parse value of ${attribute} parameter`;
      return attribute === 'typeid' ? 'value for typeid out of range' : `value of ${attribute} out of range`;
    case 'value/bad-uuid':
      // Dashes and blanks are of no account to the code.
      return /^[0-9a-f]{32}$/i.test(value.replaceAll(/[\s-]/g, ''))
        ? undefined
        : `cannot parse ${attribute} parameter as a uuid`;
    case 'value/too-long':
      return `${attribute} parameter too long`;
    default:
      return undefined;
  }
}

/** virDomainNetDefCoalesceParseXML in domain_conf.c. */
function framesMessage(value: string, code: ValueCode): string {
  return code === 'value/out-of-range' && !value.trimStart().startsWith('-')
    ? `value '${value}' is too big for coalesce parameter, maximum is '4294967295'`
    : `cannot parse value '${value}' for coalesce parameter`;
}

/** virXMLPropUInt, for the ports of a forwarded range: one that is too large only the schema refuses. */
function portMessage(attribute: string, value: string): string | undefined {
  const start = `Invalid value for attribute '${attribute}' in element 'range'`;
  if (value.trimStart().startsWith('-')) return `${start}: '${value}'. Expected non-negative integer value`;
  return Number(value) === 0 ? `${start}: Zero is not permitted` : undefined;
}

/** Whether C reads the text as an `int`, in whatever base; white space behind the digits is an error. */
function isInt(text: string): boolean {
  return /^\s*(?:0x[0-9a-f]+|[0-9]+)$/i.test(text) && Number(text) <= 0x7fffffff;
}

/** `virMacAddrParse`: octets of one digit pass, and so does anything behind a blank. */
function macMessage(value: string, code: ValueCode): string | undefined {
  if (code === 'value/multicast-mac') return `expected unicast mac address, found multicast '${value}'`;
  return /^\s*[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}(?:\s|$)/i.test(value)
    ? undefined
    : `unable to parse mac address '${value}'`;
}

/**
 * A limit's message with its arguments: the MAC address of the interface behind `interface %1$s`, which is left out
 * where libvirt would make one up, and the type of the interface for the others.
 */
export function limitMessage(message: string, element: XmlElement): string {
  const device = [element, ...ancestors(element)].find(({ name }) => name === 'interface');
  const mac = device && findChild(device, 'mac');
  const address = mac && attributeValue(mac, 'address');
  const type = (device && attributeValue(device, 'type')) ?? '';
  return message.replace('interface %1$s - ', address ? `interface ${address} - ` : '').replaceAll(/%\d\$s/g, type);
}
