import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { decimalValue } from '../decimal.ts';

export const LAST_PORT = 65535;

/** The ports of the host that a `<range>` means, both ends included. */
export interface Ports {
  readonly range: XmlElement;
  readonly first: number;
  readonly last: number;
  readonly excluded: boolean;
}

/** Reads a `<range>`; `undefined` while its ports are no right ones, or run backwards. */
export function readPorts(range: XmlElement): Ports | undefined {
  const end = findAttribute(range, 'end');
  const first = decimalValue(findAttribute(range, 'start'));
  const last = end ? decimalValue(end) : first;
  if (first === undefined || last === undefined || first < 1 || last > LAST_PORT || first > last) return undefined;
  return { range, first, last, excluded: attributeValue(range, 'exclude') === 'yes' };
}

/** As a message shows them: `80`, or `80 to 90`. */
export function formatPorts(first: number, last: number): string {
  return first === last ? String(first) : `${first} to ${last}`;
}
