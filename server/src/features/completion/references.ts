import { findReferencePlace } from '../../workspace/referenceFamilies.ts';
import { attributeValue, childElements, findChild } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { ValueCandidate } from './valueCandidates.ts';

/**
 * Values that the same document suggests for an attribute of an element of the device: what it refers to, or the next
 * number that is free.
 */
export function findReferences(
  device: XmlElement | undefined,
  element: string,
  attribute: string,
): readonly ValueCandidate[] {
  if (!device) return [];
  const siblings = device.parent ? childElements(device.parent).filter(other => other !== device) : [];
  switch (`${element}/@${attribute}`) {
    case 'teaming/@persistent':
      return siblings.flatMap(findPartner).toSorted((left, right) => Number(right.partner) - Number(left.partner));
    case 'boot/@order':
      return [{ value: String(nextBootOrder(siblings)), kind: 'value', detail: 'next free number' }];
    default:
      return findUsedValues(device, element, attribute, siblings);
  }
}

/** The interface with a name of the user's that can be the persistent half of a team. */
function findPartner(device: XmlElement): readonly (ValueCandidate & { readonly partner: boolean })[] {
  const alias = findChild(device, 'alias');
  const value = alias && attributeValue(alias, 'name');
  // libvirt keeps only aliases of this form from one definition to the next.
  if (device.name !== 'interface' || !value?.startsWith('ua-')) return [];
  const teaming = findChild(device, 'teaming');
  const partner = teaming !== undefined && attributeValue(teaming, 'type') === 'persistent';
  const type = attributeValue(device, 'type') ?? 'unknown';
  return [{ value, kind: 'reference', detail: `interface ${type}${partner ? ', persistent' : ''}`, partner }];
}

function nextBootOrder(devices: readonly XmlElement[]): number {
  const taken = new Set(
    devices.map(device => {
      const boot = findChild(device, 'boot');
      return Number(boot && attributeValue(boot, 'order'));
    }),
  );
  let order = 1;
  while (taken.has(order)) order += 1;
  return order;
}

/** What other devices of the same kind name in the same place: a network, a bridge, a host device. */
function findUsedValues(
  device: XmlElement,
  element: string,
  attribute: string,
  siblings: readonly XmlElement[],
): readonly ValueCandidate[] {
  const place = findReferencePlace(device.name, element, attribute);
  if (place?.role !== 'reference') return [];
  const type = attributeValue(device, 'type');
  const used = siblings
    .filter(other => other.name === device.name && attributeValue(other, 'type') === type)
    .flatMap(other => {
      const same = findChild(other, element);
      return (same && attributeValue(same, attribute)) || [];
    });
  return [...new Set(used)].map(value => ({ value, kind: 'reference', detail: 'used in this document' }));
}
