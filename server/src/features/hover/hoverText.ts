import type { BoundElement } from '../../binding/model.ts';
import { textContent } from '../../xml/query.ts';
import { inlineCode, joinParagraphs, renderDocumentation } from '../renderDocumentation.ts';
import { hoverElement } from './hoverElement.ts';
import type { HoverOptions } from './hoverOptions.ts';

/** What the text of an element means: the listed value that it is, else the element's own words with the type of the text. */
export function hoverText(element: BoundElement, options: HoverOptions): string | undefined {
  const { text } = element.body;
  if (!text) return undefined;
  const written = textContent(element.xml).trim();
  const declared = text.values?.find(({ value }) => value === written);
  return declared
    ? joinParagraphs([`**${inlineCode(written)}**`, renderDocumentation(declared.documentation)])
    : joinParagraphs([hoverElement(element, options), `Content: ${text.label}`]);
}
