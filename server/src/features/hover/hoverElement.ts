import type { BoundElement } from '../../binding/model.ts';
import { describePlace } from '../../rules/schema/decider.ts';
import { findOtherPlace } from '../../rules/schema/otherPlace.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { findPage } from '../documentationPage.ts';
import { inlineCode, joinParagraphs, renderDocumentation } from '../renderDocumentation.ts';
import { renderLimit } from './renderLimit.ts';
import { findVariant } from './variantNote.ts';

/** What an element is, and the variant of it that applies here. */
export function hoverElement(element: BoundElement, links: boolean): string {
  const { declaration, parent, xml } = element;
  const variant = parent && findVariant(parent, 'child', xml.name);
  const limit = parent?.body.children.get(xml.name)?.limit;
  const heading = `**${inlineCode(`<${xml.name}>`)}**`;
  return joinParagraphs([
    variant ? `${heading} in ${inlineCode(`<${parent.xml.name} ${variant}>`)}` : heading,
    limit && renderLimit(limit),
    renderDocumentation(declaration.documentation, { page: links ? findPage(element) : undefined }),
  ]);
}

/** What can be said of an element that is not declared in its place: where it would belong. */
export function hoverMisplacedElement(parent: BoundElement, xml: XmlElement): string | undefined {
  const place = findOtherPlace(parent, 'child', xml.name);
  return (
    place &&
    `**${inlineCode(`<${xml.name}>`)}** is not for this place: it belongs to ${inlineCode(describePlace(place))}.`
  );
}
