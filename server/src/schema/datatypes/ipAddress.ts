import type { Datatype, ValueProblem } from './datatype.ts';

const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const dottedQuad = new RegExp(`^(?:${octet}\\.){3}${octet}$`);

/** Four decimal octets without leading zeros. */
export const ipv4Address: Datatype = {
  label: 'IPv4 address',
  check: value => (isIpv4(value) ? undefined : explain(value, 'IPv4', '192.168.122.10')),
};

export const ipv6Address: Datatype = {
  label: 'IPv6 address',
  check: value => (isIpv6(value) ? undefined : explain(value, 'IPv6', '2001:db8::10')),
};

export const ipAddress: Datatype = {
  label: 'IPv4 or IPv6 address',
  check: value => (isIpv4(value) || isIpv6(value) ? undefined : explain(value, 'IP', '192.168.122.10 or 2001:db8::10')),
};

export function isIpv4(value: string): boolean {
  return dottedQuad.test(value);
}

/**
 * Eight groups of up to four hex digits; one run of groups may be left out as `::`; the last two may be written as an
 * IPv4 address. No zone index.
 */
export function isIpv6(value: string): boolean {
  const halves = value.split('::');
  if (value.length > 45 || halves.length > 2) {
    return false;
  }
  const left = countGroups(halves[0] ?? '', halves.length === 1);
  const right = countGroups(halves[1] ?? '', halves.length === 2);
  if (left === undefined || right === undefined) {
    return false;
  }
  return halves.length === 1 ? left === 8 : left + right <= 7;
}

/** How many 16-bit groups a run of `a:b:c` has; `undefined` when it is none. */
function countGroups(run: string, last: boolean): number | undefined {
  if (run === '') {
    return 0;
  }
  const groups = run.split(':');
  const embedded = last && isIpv4(groups.at(-1) ?? '');
  const hex = embedded ? groups.slice(0, -1) : groups;
  return hex.every(group => /^[0-9a-fA-F]{1,4}$/.test(group)) ? hex.length + (embedded ? 2 : 0) : undefined;
}

function explain(value: string, family: string, example: string): ValueProblem {
  const trimmed = value.trim();
  if (trimmed === '') {
    return { code: 'value/bad-ip', message: `is empty: write an ${family} address such as ${example}` };
  }
  if (trimmed !== value && ((family !== 'IPv6' && isIpv4(trimmed)) || (family !== 'IPv4' && isIpv6(trimmed)))) {
    return {
      code: 'value/bad-ip',
      message: `has white space around it: write ${trimmed}`,
      replacements: [trimmed],
      confident: true,
    };
  }
  const other =
    family === 'IPv4' && isIpv6(trimmed) ? 'IPv6' : family === 'IPv6' && isIpv4(trimmed) ? 'IPv4' : undefined;
  if (other !== undefined) {
    return { code: 'value/bad-ip', message: `is an ${other} address: write an ${family} address such as ${example}` };
  }
  const slash = /^(\S+)\/\d+$/.exec(trimmed)?.[1];
  const why = slash === undefined ? `is no ${family} address` : `is a network in prefix notation, not an address`;
  return { code: 'value/bad-ip', message: `${why}: write an ${family} address such as ${example}` };
}
