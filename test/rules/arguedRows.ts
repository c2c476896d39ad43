/*
 * What is not as the facts table would have it, row by row. These lists may only shrink.
 */

/** Rows that no code covers, because nothing is to be said. */
export const notCovered: Readonly<Record<string, string>> = {
  NW87: 'It is allowed, and right: the port group takes the type from its network.',
};

/** Rows that are covered, and whose example says nothing by itself. */
export const silentExamples: Readonly<Record<string, string>> = {
  FR03: 'whether a filter exists is known from the other files of the workspace',
  FR07: 'the example has a filter of its own, whose variables nobody knows',
  PB07: 'it is wrong for an older libvirt than the newest',
  VL14: 'it is wrong for an older libvirt than the newest',
  MOD12: 'the machine is not written, so that nobody knows the default card',
  AD06: 'the machine is not written, so that nobody knows its chipset',
  TM07: 'what the network is made of is known from the other files of the workspace',
  NW79: 'which subnets are taken is known from the other files of the workspace',
  NW80: 'which bridges are taken is known from the other files of the workspace',
  NW81: 'which names and UUIDs are taken is known from the other files of the workspace',
};

/** Rows about a start that fails which are warnings, because libvirt's own documents carry them and are only defined. */
export const onlyDefined: ReadonlySet<string> = new Set(['IF017', 'VP25', 'VP26']);

/** Rows about something that has no effect and is a hint or an information, because nothing is lost either. */
export const losesNothing: ReadonlySet<string> = new Set(['MOD07', 'MOD15', 'AL02']);

/** Rows whose example has another mistake in the same place, and is reported for that one. */
export const reportedAs: Readonly<Record<string, string>> = {
  TGT01: 'schema/no-effect',
  IP11: 'ip/unsupported-peer',
};

/** What the first mistake of an example hides: the codes that are found once the preferred fixes are applied. */
export const hidden: Readonly<Record<string, readonly string[]>> = {
  IF002: ['source/missing-mode'],
  VP02: ['virtualport/not-a-vlan-device'],
  VL02: ['vlan/reserved-tag'],
  TM01: ['teaming/missing-alias'],
  AC01: ['acpi/without-acpi'],
  TR02: ['trust/no-effect'],
  NW04: ['forward/missing-device'],
  NW83: ['dhcp/short-lease'],
};
