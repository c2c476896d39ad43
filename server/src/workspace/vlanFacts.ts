import { attributeValue, findChild, findChildren } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { VlanFacts } from './model.ts';

/** The `<vlan>` of an interface, a network or a port group; several tags make a trunk, as in `virNetDevVlanParse`. */
export function readVlan(parent: XmlElement): VlanFacts | undefined {
  const vlan = findChild(parent, 'vlan');
  const written = vlan ? findChildren(vlan, 'tag') : [];
  const tags = written.flatMap(tag => readTag(tag) ?? []);
  if (!vlan || tags.length === 0) return undefined;
  const native = written.find(tag => attributeValue(tag, 'nativeMode') !== undefined);
  const trunk = tags.length > 1 || attributeValue(vlan, 'trunk')?.toLowerCase() === 'yes' || native !== undefined;
  return { tags, trunk, native: native && readTag(native) };
}

function readTag(tag: XmlElement): number | undefined {
  const id = attributeValue(tag, 'id') ?? '';
  return /^\d{1,4}$/.test(id) ? Number(id) : undefined;
}
