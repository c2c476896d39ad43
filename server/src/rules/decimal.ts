import type { XmlAttribute } from '../xml/tree.ts';

/**
 * The number that an attribute says in decimal digits; `undefined` when there is none, or something else. Numbers of more
 * digits than JavaScript counts exactly are left out: they are beyond every range, and their successor would be themselves.
 */
export function decimalValue(attribute: XmlAttribute | undefined): number | undefined {
  return attribute?.closed && /^\s*\+?[0-9]{1,15}$/.test(attribute.value) ? Number(attribute.value) : undefined;
}
