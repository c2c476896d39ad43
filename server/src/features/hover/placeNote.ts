import type { BoundElement } from '../../binding/model.ts';
import type { OtherPlace } from '../../rules/schema/otherPlace.ts';
import { listNames } from '../../rules/wording.ts';
import type { Body } from '../../schema/model.ts';
import { attributeValue } from '../../xml/query.ts';
import { inlineCode } from '../renderDocumentation.ts';

/** An element with the variant around it that it comes from: `<source>` in `<interface type='direct'>`. */
export function describePlace({ parent, xml }: BoundElement): string {
  const name = inlineCode(`<${xml.name}>`);
  const variant = parent && findVariant(parent, 'child', xml.name);
  return variant ? `${name} in ${inlineCode(`<${parent.xml.name} ${variant}>`)}` : name;
}

/**
 * Which variant an attribute or child of an element comes from, as `type='direct'`: the innermost selected case that
 * declares it; `undefined` when it belongs to the element whatever its attributes say.
 */
export function findVariant(element: BoundElement, kind: 'attribute' | 'child', name: string): string | undefined {
  const declaring = element.body.selections.findLast(({ variants, selected }) => {
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

/** Says of a name that it is not for its place, and where it would be right. */
export function describeOtherPlace(name: string, { decider, attribute, values }: OtherPlace): string {
  const right = values.map(value => inlineCode(`<${decider.name} ${attribute}='${value}'>`));
  const written = attributeValue(decider, attribute);
  const here = written === undefined ? `no ${inlineCode(attribute)}` : inlineCode(`${attribute}='${written}'`);
  return `**${inlineCode(name)}** is not for this place: it belongs to ${listNames(right, 'or')}, and this ${inlineCode(`<${decider.name}>`)} has ${here}.`;
}
