import type { BoundDocument } from '../../binding/model.ts';
import type { Generator } from '../../rules/finding.ts';
import { insertBehind } from '../../xml/edit.ts';
import { attributeValue } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { CodeAction } from '../model.ts';

/**
 * A second NIC beside a macvtap one, on an isolated network of libvirt's: through macvtap the guest and its host cannot reach
 * each other, whatever the mode.
 */
export function addIsolatedInterface(
  { xml }: BoundDocument,
  device: XmlElement,
  generator: Generator,
): readonly CodeAction[] {
  if (attributeValue(device, 'type') !== 'direct' || device.parent?.name !== 'devices') return [];
  const markup = [
    "<interface type='network'>",
    `  <mac address='${generator.mac()}'/>`,
    "  <source network='isolated'/>",
    "  <model type='virtio'/>",
    '</interface>',
  ];
  return [
    {
      title: "Add a NIC that reaches the host (on a network 'isolated', which has no <forward>)",
      kind: 'refactor.rewrite',
      preferred: false,
      edits: insertBehind(xml, device, markup.join('\n')),
    },
  ];
}
