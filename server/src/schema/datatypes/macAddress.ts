import type { Datatype, ValueProblem } from './datatype.ts';

const form = 'six pairs of hex digits with colons between them, such as 52:54:00:12:34:56';

/** A unicast Ethernet address: the lowest bit of the first octet is 0. */
export const unicastMac: Datatype = {
  label: 'unicast MAC address',
  generate: 'mac',
  check: value => check(value, true),
};

/** Any Ethernet address. */
export const anyMac: Datatype = {
  label: 'MAC address',
  generate: 'mac',
  check: value => check(value, false),
};

function check(value: string, unicast: boolean): ValueProblem | undefined {
  if (!/^[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}$/.test(value)) {
    return explain(value, unicast);
  }
  return unicast && isMulticast(value) ? explainMulticast(value) : undefined;
}

function isMulticast(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1;
}

function explainMulticast(mac: string): ValueProblem {
  const first = (Number.parseInt(mac.slice(0, 2), 16) & 0xfe).toString(16).padStart(2, '0');
  const fixed = (mac.startsWith(mac.slice(0, 2).toUpperCase()) ? first.toUpperCase() : first) + mac.slice(2);
  const broadcast = /^ff(?::ff){5}$/i.test(mac);
  return {
    code: 'value/multicast-mac',
    message: `is a ${broadcast ? 'broadcast' : 'multicast'} address, the second hex digit must be even: write ${fixed}`,
    // The broadcast address with one bit cleared would be no address that anybody means.
    ...(broadcast ? {} : { replacements: [fixed], confident: true as const }),
  };
}

function explain(value: string, unicast: boolean): ValueProblem {
  const fixed = normalize(value);
  if (fixed === undefined) {
    const why = value.trim() === '' ? 'is empty' : 'is no MAC address';
    return { code: 'value/bad-mac', message: `${why}: write ${form}` };
  }
  if (unicast && isMulticast(fixed)) {
    return { code: 'value/bad-mac', message: `is no unicast MAC address: write ${form}, with an even second digit` };
  }
  return {
    code: 'value/bad-mac',
    message: `${whatIsWrong(value)}: write ${fixed}`,
    replacements: [fixed],
    confident: true,
  };
}

function whatIsWrong(value: string): string {
  if (/\s/.test(value)) {
    return 'has something beside the address';
  }
  if (value.includes('-')) {
    return 'has dashes where libvirt wants colons';
  }
  return value.includes(':')
    ? 'has an octet of one digit where the schema of libvirt wants two'
    : 'has no colons between its octets';
}

/** What is meant by another usual notation: dashes, one-digit octets, Cisco's dots, no separators, text behind a blank. */
function normalize(value: string): string | undefined {
  const word = /^\s*(\S+)/.exec(value)?.[1] ?? '';
  const octets = /^[0-9a-f]{1,2}(?:([:-])[0-9a-f]{1,2})(?:\1[0-9a-f]{1,2}){4}$/i.test(word)
    ? word.split(/[:-]/).map(octet => octet.padStart(2, '0'))
    : /^(?:[0-9a-f]{12}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})$/i.test(word)
      ? word.replace(/\./g, '').match(/../g)
      : undefined;
  return octets?.join(':');
}
