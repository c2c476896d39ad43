import type { XmlAttribute } from '../xml/tree.ts';

/** The number that an attribute says in decimal digits; `undefined` when there is none, or something else. */
export function decimalValue(attribute: XmlAttribute | undefined): number | undefined {
  return attribute?.closed && /^\s*[0-9]{1,20}$/.test(attribute.value) ? Number(attribute.value) : undefined;
}
