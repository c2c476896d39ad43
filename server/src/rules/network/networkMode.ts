import type { BoundElement } from '../../binding/model.ts';
import { type ForwardMode, forwardModes } from '../../schema/network/forwardMode.ts';
import { decodeText } from '../../xml/decode.ts';
import { attributeValue, findChild } from '../../xml/query.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';

/** How a network is connected; `isolated` stands for no `<forward>`. */
export type NetworkMode = ForwardMode | 'isolated';

/** The mode of a network; `undefined` when its name is none that libvirt knows, so that nothing follows from it. */
export function networkMode(network: XmlElement): NetworkMode | undefined {
  const forward = findChild(network, 'forward');
  if (!forward) return 'isolated';
  const written = attributeValue(forward, 'mode') ?? 'nat';
  return written === 'none' ? 'isolated' : forwardModes.find(({ value }) => value === written)?.value;
}

/** The modes in which libvirt makes the bridge itself, with its addresses, DHCP and DNS. */
export const routedModes: ReadonlySet<NetworkMode | undefined> = new Set(['isolated', 'nat', 'route', 'open']);

/** The modes in which each guest gets a device, or a macvtap device on one, so that there is never a bridge. */
export const deviceModes: ReadonlySet<NetworkMode | undefined> = new Set(['private', 'vepa', 'passthrough', 'hostdev']);

/** The name of the bridge that the network names; `undefined` for none. */
export function bridgeName(network: XmlElement): string | undefined {
  const bridge = findChild(network, 'bridge');
  return (bridge && attributeValue(bridge, 'name')) || undefined;
}

/** The `<network>` that an element belongs to. */
export function enclosingNetwork(element: BoundElement): XmlElement {
  let outermost = element;
  while (outermost.parent) outermost = outermost.parent;
  return outermost.xml;
}

/** The name of the network that an element belongs to. */
export function networkName(element: BoundElement, document: XmlDocument): string {
  return networkNameOf(enclosingNetwork(element), document);
}

/** The network's name as libvirt's messages show it; in a template as it is written. */
export function networkNameOf(network: XmlElement, { text }: XmlDocument): string {
  const name = findChild(network, 'name');
  return name?.endTag ? decodeText(text.slice(name.startTag.end, name.endTag.start)) : '';
}
