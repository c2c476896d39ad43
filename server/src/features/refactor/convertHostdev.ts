import type { BoundDocument } from '../../binding/model.ts';
import { insertAttribute, removeAttribute, renameElement, replaceValue } from '../../xml/edit.ts';
import { attributeValue, childElements, findAttribute, findChild } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { CodeAction } from '../model.ts';

/** What both kinds of device take; a `<hostdev>` with anything else is no mere network card. */
const COMMON = new Set(['source', 'driver', 'address', 'alias', 'boot', 'rom', 'acpi', 'teaming']);

/**
 * A PCI `<hostdev>` as `<interface type='hostdev'>`, through which libvirt sets the MAC address, VLAN and port profile of an
 * SR-IOV virtual function. Whether the device is a network card only the host knows, so the title says what it is for.
 */
export function convertHostdev({ xml }: BoundDocument, hostdev: XmlElement): readonly CodeAction[] {
  if (hostdev.name !== 'hostdev' || attributeValue(hostdev, 'type') !== 'pci') return [];
  const source = findChild(hostdev, 'source');
  const address = source && findChild(source, 'address');
  const type = findAttribute(hostdev, 'type');
  const mode = findAttribute(hostdev, 'mode');
  if (!address || !type || childElements(hostdev).some(({ name }) => !COMMON.has(name))) return [];
  return [
    {
      title: "Convert this network card to <interface type='hostdev'>",
      kind: 'refactor.rewrite',
      preferred: false,
      edits: [
        ...renameElement(xml, hostdev, 'interface'),
        ...(mode ? removeAttribute(xml, mode) : []),
        ...replaceValue(xml, type, 'hostdev'),
        ...(findAttribute(address, 'type') ? [] : insertAttribute(xml, address, 'type', 'pci')),
      ],
    },
  ];
}
