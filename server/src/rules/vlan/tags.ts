import { findAttribute, findChildren } from '../../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import { decimalValue } from '../decimal.ts';

export interface VlanTag {
  readonly xml: XmlElement;
  readonly id: XmlAttribute | undefined;
  /** From 0 to 4095 where it is right. */
  readonly number: number | undefined;
  readonly nativeMode: XmlAttribute | undefined;
}

/** The tags of a `<vlan>` in order. */
export function findTags(vlan: XmlElement): readonly VlanTag[] {
  return findChildren(vlan, 'tag').map(xml => {
    const id = findAttribute(xml, 'id');
    return { xml, id, number: decimalValue(id), nativeMode: findAttribute(xml, 'nativeMode') };
  });
}
