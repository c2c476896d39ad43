import type { BoundElement } from '../../binding/model.ts';

/** The type of an `<interface>`; `undefined` when it is not written or none that libvirt knows. */
export function selectedType(element: BoundElement): string | undefined {
  return element.body.selections.find(({ variants }) => variants.attribute === 'type')?.selected;
}
