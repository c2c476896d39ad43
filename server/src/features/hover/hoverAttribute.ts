import type { BoundElement } from '../../binding/model.ts';
import { findOtherPlace } from '../../rules/schema/otherPlace.ts';
import type { ValueDeclaration } from '../../schema/datatypes/datatype.ts';
import type { AttributeDeclaration } from '../../schema/model.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import { findPage } from '../documentationPage.ts';
import {
  escapeMarkup,
  inlineCode,
  joinParagraphs,
  renderComparison,
  renderDocumentation,
  renderLink,
} from '../renderDocumentation.ts';
import { describeOtherPlace, describePlace, findVariant } from './placeNote.ts';
import { renderLimit } from './renderLimit.ts';

/** How many values a hover lists. */
const LISTED = 12;

/** What an attribute is, what may be written, and the variant that it comes from; where it belongs when it is not for here. */
export function hoverAttribute(element: BoundElement, { name }: XmlAttribute, links: boolean): string | undefined {
  const attribute = element.body.attributes.get(name);
  if (!attribute) return hoverMisplacedAttribute(element, name);
  const variant = findVariant(element, 'attribute', name);
  const heading = `**${inlineCode(name)}** of ${describePlace(element)}${variant ? ` with ${inlineCode(variant)}` : ''}`;
  return joinParagraphs([
    `${heading}: ${attribute.type.label}${attribute.required ? ', required' : ''}`,
    attribute.limit && renderLimit(attribute.limit),
    renderDocumentation(attribute.documentation),
    renderValues(attribute.type.values ?? []),
    links ? renderLink(pageOf(element, attribute)) : undefined,
  ]);
}

export function pageOf(element: BoundElement, { documentation }: AttributeDeclaration): string | undefined {
  return documentation.page ?? findPage(element);
}

function hoverMisplacedAttribute(element: BoundElement, name: string): string | undefined {
  const place = findOtherPlace(element, 'attribute', name);
  return place && describeOtherPlace(name, place);
}

function renderValues(values: readonly ValueDeclaration[]): string {
  if (values.some(({ documentation }) => documentation.reachability)) return renderComparison(values);
  const lines = values
    .slice(0, LISTED)
    .map(({ value, documentation }) => `- ${inlineCode(value)}: ${escapeMarkup(documentation.summary)}`);
  const more = values.length > LISTED ? [`- and ${values.length - LISTED} more`] : [];
  return [...lines, ...more].join('\n');
}
