import type { BoundElement } from '../binding/model.ts';

/** The page below https://libvirt.org/ that an element is described on: its own, or that of the nearest around it. */
export function findPage(element: BoundElement | undefined): string | undefined {
  for (let current = element; current; current = current.parent) {
    if (current.declaration.documentation.page) return current.declaration.documentation.page;
  }
  return undefined;
}
