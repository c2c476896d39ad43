import type { BoundElement } from '../../binding/model.ts';
import type { Body } from '../../schema/model.ts';

/**
 * Which variant an attribute or child of an element comes from, as `type='direct'`: the innermost selected case that
 * declares it; `undefined` when it belongs to the element whatever its attributes say.
 */
export function findVariant(element: BoundElement, kind: 'attribute' | 'child', name: string): string | undefined {
  const { selections } = element.body;
  const declaring = selections.findLast(({ variants, selected }) => {
    const body = selected === undefined ? undefined : variants.cases[selected]?.();
    return body !== undefined && declares(body, kind, name);
  });
  return declaring && `${declaring.variants.attribute}='${declaring.selected}'`;
}

function declares(body: Body, kind: 'attribute' | 'child', name: string): boolean {
  return kind === 'attribute'
    ? (body.attributes ?? []).some(attribute => attribute.name === name)
    : (body.children ?? []).some(child => child.element.name === name);
}
