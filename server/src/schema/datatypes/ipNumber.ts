import { isIpv4, isIpv6 } from './ipAddress.ts';

/** An IP address as a number of 32 or 128 bits. */
export interface IpNumber {
  readonly family: 'ipv4' | 'ipv6';
  readonly value: bigint;
}

/** Reads an address; `undefined` when it is none. */
export function parseIp(text: string): IpNumber | undefined {
  if (isIpv4(text)) return { family: 'ipv4', value: joinBits(text.split('.').map(Number), 8n) };
  return isIpv6(text) ? { family: 'ipv6', value: parseIpv6(text) } : undefined;
}

export function bitsOf(family: IpNumber['family']): number {
  return family === 'ipv4' ? 32 : 128;
}

/** Dotted decimal, or the eight groups of IPv6 with the longest run of zeros left out. */
export function formatIp({ family, value }: IpNumber): string {
  if (family === 'ipv4') return splitBits(value, 4, 8n).join('.');
  const groups = splitBits(value, 8, 16n).map(group => group.toString(16));
  const runs = [...groups.join(':').matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)];
  const [longest] = runs.toSorted((left, right) => right[0].length - left[0].length);
  if (!longest) return groups.join(':');
  const text = groups.join(':');
  return `${text.slice(0, longest.index)}::${text.slice(longest.index + longest[0].length + 1)}`;
}

function parseIpv6(text: string): bigint {
  const dotted = /[^:]*\.[^:]*$/.exec(text)?.[0];
  const embedded = dotted === undefined ? undefined : joinBits(dotted.split('.').map(Number), 8n);
  const hex =
    embedded === undefined || dotted === undefined
      ? text
      : `${text.slice(0, -dotted.length)}${(embedded >> 16n).toString(16)}:${(embedded & 0xffffn).toString(16)}`;
  const [left = '', right] = hex.split('::');
  const head = groupsOf(left);
  const tail = right === undefined ? [] : groupsOf(right);
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => 0);
  return joinBits([...head, ...zeros, ...tail], 16n);
}

function groupsOf(run: string): readonly number[] {
  return run === '' ? [] : run.split(':').map(group => Number.parseInt(group, 16));
}

function joinBits(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((value, part) => (value << width) | BigInt(part), 0n);
}

function splitBits(value: bigint, count: number, width: bigint): readonly number[] {
  return Array.from({ length: count }, (_, index) =>
    Number((value >> (BigInt(count - 1 - index) * width)) & ((1n << width) - 1n)),
  );
}
