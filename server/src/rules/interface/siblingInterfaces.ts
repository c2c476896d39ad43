import type { BoundElement } from '../../binding/model.ts';

/**
 * All interfaces of the domain when `element` is the first of them, else none: a rule that compares them runs once
 * for a domain. An interface that stands alone as a fragment has no others to be compared with.
 */
export function siblingInterfaces(element: BoundElement): readonly BoundElement[] {
  const siblings = element.parent?.children ?? [];
  const isInterface = (sibling: BoundElement): boolean => sibling.declaration === element.declaration;
  return siblings.find(isInterface) === element ? siblings.filter(isInterface) : [];
}
