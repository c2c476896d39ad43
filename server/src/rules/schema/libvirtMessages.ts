import type { ValueCode } from '../../schema/datatypes/datatype.ts';

/** Attributes that only libvirt's schema demands; its code does without them. */
const schemaOnly: ReadonlySet<string> = new Set([
  'interface type',
  'mac address',
  'target dev',
  'link state',
  'filterref filter',
]);

/** What libvirt prints when a required attribute is missing (`virXMLPropStringRequired` and its like); `undefined` when only its schema refuses it. */
export function missingAttributeMessage(element: string, attribute: string): string | undefined {
  return schemaOnly.has(`${element} ${attribute}`)
    ? undefined
    : `Missing required attribute '${attribute}' in element '${element}'`;
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
  // An invalid `managed` is passed over in silence.
  if (code !== 'value/not-allowed' || attribute === 'managed') return undefined;
  return `Invalid value for attribute '${attribute}' in element '${element}': '${value}'.`;
}

/** `virNetDevVPortProfileParse` in netdev_vport_profile_conf.c. */
function parameterMessage(attribute: string, value: string, code: ValueCode): string | undefined {
  switch (code) {
    case 'value/not-a-number':
      return `cannot parse value of ${attribute} parameter`;
    case 'value/out-of-range':
      if (value.trimStart().startsWith('-')) return undefined;
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

/** `virMacAddrParse`: octets of one digit pass, and so does anything behind a blank. */
function macMessage(value: string, code: ValueCode): string | undefined {
  if (code === 'value/multicast-mac') return `expected unicast mac address, found multicast '${value}'`;
  return /^\s*[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}(?:\s|$)/i.test(value)
    ? undefined
    : `unable to parse mac address '${value}'`;
}
