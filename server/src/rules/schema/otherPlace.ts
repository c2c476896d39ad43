import type { BoundElement } from '../../binding/model.ts';
import type { Body, ElementDeclaration, VariantSet } from '../../schema/model.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** Where a name that is not allowed here would be allowed: with other values of an attribute that decides. */
export interface OtherPlace {
  /** The element that carries the deciding attribute: the element itself, or one that encloses it. */
  readonly decider: XmlElement;
  /** The deciding attribute, such as `type`. */
  readonly attribute: string;
  /** Its values with which the name is allowed. */
  readonly values: readonly string[];
}

export type NameKind = 'attribute' | 'child';

/** How far up an enclosing element may decide; `source` in `interface`, `parameters` in `virtualport`, an address in a source. */
const LEVELS_UP = 2;

/**
 * Looks for the variants under which `element` could carry an attribute or child of this name: its own ones first, then
 * those of the elements around it. `undefined` when no variant knows the name here.
 */
export function findOtherPlace(element: BoundElement, kind: NameKind, name: string): OtherPlace | undefined {
  const path: string[] = [];
  let decider: BoundElement | undefined = element;
  for (let level = 0; decider && level <= LEVELS_UP; level++) {
    for (const { variants, selected } of decider.body.selections) {
      const values = Object.keys(variants.cases).filter(
        value => value !== selected && caseKnows(variants, value, path, kind, name),
      );
      if (values.length > 0) return { decider: decider.xml, attribute: variants.attribute, values };
    }
    path.unshift(decider.xml.name);
    decider = decider.parent;
  }
  return undefined;
}

function caseKnows(
  variants: VariantSet,
  value: string,
  path: readonly string[],
  kind: NameKind,
  name: string,
): boolean {
  const body = variants.cases[value]?.();
  return body !== undefined && bodyKnows(body, path, kind, name);
}

/** Whether a body, in whatever variant, leads along a path of child names to an element that knows the name. */
function bodyKnows(body: Body, path: readonly string[], kind: NameKind, name: string): boolean {
  const [step, ...rest] = path;
  const here =
    step === undefined
      ? knowsName(body, kind, name)
      : (body.children ?? []).some(child => child.element.name === step && leadsTo(child.element, rest, kind, name));
  return (
    here ||
    (body.variants ?? []).some(variants =>
      Object.keys(variants.cases).some(value => caseKnows(variants, value, path, kind, name)),
    )
  );
}

function leadsTo(element: ElementDeclaration, path: readonly string[], kind: NameKind, name: string): boolean {
  const body = element.body?.();
  return body !== undefined && bodyKnows(body, path, kind, name);
}

function knowsName(body: Body, kind: NameKind, name: string): boolean {
  return kind === 'attribute'
    ? (body.attributes ?? []).some(attribute => attribute.name === name && !attribute.limit)
    : (body.children ?? []).some(child => child.element.name === name && !child.limit);
}
