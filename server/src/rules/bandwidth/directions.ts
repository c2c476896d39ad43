import type { BoundElement } from '../../binding/model.ts';
import {
  interfaceBandwidth,
  networkBandwidth,
  networkInterfaceBandwidth,
  portBandwidth,
} from '../../schema/network/bandwidth.ts';
import { childElements } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** Every `<bandwidth>`: of interfaces, networks, port groups and ports. */
export const bandwidths = [interfaceBandwidth, networkInterfaceBandwidth, networkBandwidth, portBandwidth] as const;

/** The first `<inbound>` and the first `<outbound>`: those that libvirt reads. */
export function directions({ xml }: BoundElement): readonly XmlElement[] {
  const children = childElements(xml);
  return children.filter(
    child =>
      (child.name === 'inbound' || child.name === 'outbound') &&
      children.find(({ name }) => name === child.name) === child,
  );
}
