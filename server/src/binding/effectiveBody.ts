import type { Datatype } from '../schema/datatypes/datatype.ts';
import type { AttributeDeclaration, Body, ChildDeclaration, ElementDeclaration, VariantSet } from '../schema/model.ts';
import { lazy } from '../schema/model.ts';
import type { EffectiveBody, Selection } from './model.ts';

/** The value of an element's attribute; `undefined` when it is not written. */
export type AttributeLookup = (name: string) => string | undefined;

const EMPTY: EffectiveBody = {
  attributes: new Map(),
  children: new Map(),
  text: undefined,
  open: false,
  selections: [],
};

/**
 * Merges a declaration's body with the variants that an element's attributes select. Elements that select alike share
 * one result, which the resolver remembers.
 */
export type BodyResolver = (declaration: ElementDeclaration, lookup: AttributeLookup) => EffectiveBody;

export function createBodyResolver(): BodyResolver {
  const known = new WeakMap<ElementDeclaration, Map<string, EffectiveBody>>();
  return (declaration, lookup) => {
    const body = declaration.body?.();
    if (!body) return EMPTY;
    const key = selectionKey(body, lookup);
    let byKey = known.get(declaration);
    if (!byKey) known.set(declaration, (byKey = new Map()));
    let effective = byKey.get(key);
    if (!effective) byKey.set(key, (effective = mergeBody(body, lookup)));
    return effective;
  };
}

/** The case of a variant set that applies; `undefined` when the attribute does not decide. */
export function selectCase(variants: VariantSet, lookup: AttributeLookup): string | undefined {
  const value = lookup(variants.attribute) ?? variants.whenAbsent;
  return value !== undefined && Object.hasOwn(variants.cases, value) ? value : undefined;
}

function selectionKey(body: Body, lookup: AttributeLookup): string {
  let key = '';
  for (const variants of body.variants ?? []) {
    const selected = selectCase(variants, lookup);
    key += selected === undefined ? '?' : `=${selected}`;
    const chosen = selected === undefined ? undefined : variants.cases[selected]?.();
    key += chosen ? `(${selectionKey(chosen, lookup)})` : '';
  }
  return key;
}

interface Draft {
  readonly attributes: Map<string, AttributeDeclaration>;
  readonly children: Map<string, ChildDeclaration>;
  readonly selections: Selection[];
  text: Datatype | undefined;
  open: boolean;
}

function mergeBody(body: Body, lookup: AttributeLookup): EffectiveBody {
  const draft: Draft = { attributes: new Map(), children: new Map(), selections: [], text: undefined, open: false };
  addBody(draft, body, lookup);
  return draft;
}

function addBody(draft: Draft, body: Body, lookup: AttributeLookup): void {
  for (const attribute of body.attributes ?? []) draft.attributes.set(attribute.name, attribute);
  for (const child of body.children ?? []) draft.children.set(child.element.name, child);
  draft.text = body.text ?? draft.text;
  draft.open ||= body.open === true;
  for (const variants of body.variants ?? []) {
    const selected = selectCase(variants, lookup);
    draft.selections.push({ variants, selected });
    const chosen = selected === undefined ? undefined : variants.cases[selected]?.();
    addBody(draft, chosen ?? addedBy(unionOfCases(variants), draft), lookup);
  }
}

/** Where nothing decides, what the body itself declares stands as it is; only the names that it lacks are added. */
function addedBy(union: Body, { attributes, children }: Draft): Body {
  return {
    ...union,
    attributes: (union.attributes ?? []).filter(({ name }) => !attributes.has(name)),
    children: (union.children ?? []).filter(({ element }) => !children.has(element.name)),
  };
}

/** What any case allows: nothing required, and where the cases differ about a value, any value. */
function unionOfCases(variants: VariantSet): Body {
  return unionOfBodies(Object.values(variants.cases).map(build => build()));
}

function unionOfBodies(bodies: readonly Body[]): Body {
  const attributes = groupByName(
    bodies.flatMap(body => body.attributes ?? []),
    attribute => attribute.name,
  );
  const children = groupByName(
    bodies.flatMap(body => body.children ?? []),
    child => child.element.name,
  );
  const text = bodies.find(body => body.text)?.text;
  return {
    attributes: [...attributes.values()].map(unionOfAttributes),
    children: [...children.values()].map(unionOfChildren),
    ...(text && { text }),
    ...(bodies.some(body => body.open) && { open: true }),
    variants: [...new Set(bodies.flatMap(body => body.variants ?? []))],
  };
}

type Group<T> = readonly [T, ...T[]];

function groupByName<T>(items: readonly T[], name: (item: T) => string): ReadonlyMap<string, Group<T>> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group) group.push(item);
    else groups.set(name(item), [item]);
  }
  return groups;
}

function unionOfAttributes(group: Group<AttributeDeclaration>): AttributeDeclaration {
  const { name, documentation, type, sample } = group[0];
  const agreed = group.every(other => other.type === type);
  return {
    name,
    documentation,
    type: agreed ? type : anyOf(group.map(other => other.type)),
    ...(sample !== undefined && { sample }),
  };
}

function unionOfChildren(group: Group<ChildDeclaration>): ChildDeclaration {
  const { element } = group[0];
  const agreed = group.every(other => other.element === element);
  return {
    element: agreed
      ? element
      : unionOfElements(
          element,
          group.map(child => child.element),
        ),
    ...(group.some(child => child.repeatable) && { repeatable: true }),
  };
}

function unionOfElements(first: ElementDeclaration, all: readonly ElementDeclaration[]): ElementDeclaration {
  return { ...first, body: lazy(() => unionOfBodies(all.map(element => element.body?.() ?? {}))) };
}

function anyOf(types: readonly Datatype[]): Datatype {
  const values = groupByName(
    types.flatMap(type => type.values ?? []),
    value => value.value,
  );
  return {
    label: [...new Set(types.map(type => type.label))].join(' or '),
    values: [...values.values()].map(([first]) => first),
    check: value => (types.some(type => !type.check(value)) ? undefined : types[0]?.check(value)),
  };
}
