import { findUsualParts } from '../../rules/schema/usualParts.ts';
import type { ValueDeclaration } from '../../schema/datatypes/datatype.ts';
import type { Body, ElementDeclaration } from '../../schema/model.ts';
import type { OfferedValues } from './elementSnippet.ts';

/** An element with one of the values that decide about its body. */
export interface ElementVariant {
  readonly attribute: string;
  readonly value: ValueDeclaration;
}

/** More variants than this would bury the other elements in the list. */
const VARIANT_LIMIT = 8;

/** The variants of an element that are worth an item of their own: those that need more than the deciding attribute. */
export function findElementVariants(
  element: ElementDeclaration,
  offeredValues: OfferedValues,
): readonly ElementVariant[] {
  const body = element.body?.();
  const found = (body?.variants ?? []).flatMap(({ attribute: name, cases }) => {
    const attribute = body?.attributes?.find(other => other.name === name);
    if (!attribute) return [];
    const offered = offeredValues(element, attribute);
    return (attribute.type.values ?? [])
      .filter(({ value }) => offered.includes(value) && needsMore(element, value, cases[value]?.()))
      .map(value => ({ attribute: name, value }));
  });
  return found.length > 1 && found.length <= VARIANT_LIMIT ? found : [];
}

function needsMore({ name }: ElementDeclaration, value: string, body: Body = {}): boolean {
  return (
    [...(body.attributes ?? []), ...(body.children ?? [])].some(part => part.required) ||
    findUsualParts(name, [value]).some(parts => parts.selected === value)
  );
}
