import type { XmlAttribute } from '../../xml/tree.ts';

/** The number that a prefix attribute holds; `undefined` when it is not written, half written or no plain number. */
export function readPrefix(attribute: XmlAttribute | undefined): number | undefined {
  return attribute?.closed && /^\s*\+?\d{1,9}$/.test(attribute.value) ? Number(attribute.value) : undefined;
}
