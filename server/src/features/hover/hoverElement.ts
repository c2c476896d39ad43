import type { BoundElement, Selection } from '../../binding/model.ts';
import { findNetworkPicture } from '../../pictures/findPicture.ts';
import { findOtherPlace } from '../../rules/schema/otherPlace.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { findPage } from '../documentationPage.ts';
import { embedPicture } from '../embedPicture.ts';
import { escapeMarkup, inlineCode, joinParagraphs, renderDocumentation, renderLink } from '../renderDocumentation.ts';
import type { HoverOptions } from './hoverOptions.ts';
import { describeOtherPlace, describePlace } from './placeNote.ts';
import { renderLimit } from './renderLimit.ts';

/** What an element is, the variant of it that applies here, and what may stand in it. */
export function hoverElement(element: BoundElement, { links, pictures }: HoverOptions): string {
  const picture = pictures ? findNetworkPicture(element) : undefined;
  const { body, declaration, parent, xml } = element;
  const declared = parent?.body.children.get(xml.name);
  return joinParagraphs([
    `**${describePlace(element)}**${declared?.required ? ', required' : ''}`,
    declared?.limit && renderLimit(declared.limit),
    picture && embedPicture(picture),
    renderDocumentation(declaration.documentation),
    ...body.selections.map(selection => describeChoice(element, selection)),
    renderNames(
      'Attributes',
      [...body.attributes.values()].map(({ name, required, limit }) => ({ name, required, limit })),
    ),
    renderNames(
      'Elements',
      [...body.children.values()].map(({ element: { name }, required, limit }) => ({ name, required, limit })),
    ),
    links ? renderLink(findPage(element)) : undefined,
  ]);
}

/** What the element has chosen by an attribute that decides about it: `type='direct'` with what that means. */
function describeChoice({ body }: BoundElement, { variants: { attribute }, selected }: Selection): string | undefined {
  const value = body.attributes.get(attribute)?.type.values?.find(other => other.value === selected);
  return value && `${inlineCode(`${attribute}='${value.value}'`)}: ${escapeMarkup(value.documentation.summary)}`;
}

interface Part {
  readonly name: string;
  readonly required: true | undefined;
  readonly limit: unknown;
}

/** More names than this say nothing: completion lists them. */
const LISTED = 24;

function renderNames(title: string, parts: readonly Part[]): string | undefined {
  const useful = parts.filter(({ limit }) => !limit);
  if (useful.length === 0 || useful.length > LISTED) return undefined;
  const names = useful.map(({ name, required }) => inlineCode(name) + (required ? ' (required)' : ''));
  return `**${title}:** ${names.join(', ')}`;
}

/** What can be said of an element that is not declared in its place: where it would belong. */
export function hoverMisplacedElement(parent: BoundElement, { name }: XmlElement): string | undefined {
  const place = findOtherPlace(parent, 'child', name);
  return place && describeOtherPlace(`<${name}>`, place);
}
