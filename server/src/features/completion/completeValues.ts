import type { BoundElement } from '../../binding/model.ts';
import { escapeAttributeValue } from '../../xml/decode.ts';
import type { TextRange } from '../../xml/range.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import type { CompletionContext } from './completionContext.ts';
import type { UnrankedItem } from './rankItems.ts';
import { findValueCandidates } from './valueCandidates.ts';

/** The values of an attribute that no rule would object to; with the quotes that are missing. */
export function completeValues(
  context: CompletionContext,
  element: BoundElement,
  attribute: XmlAttribute,
  valueRange: TextRange,
): readonly UnrankedItem[] {
  const declaration = element.body.attributes.get(attribute.name);
  if (!declaration) return [];
  const { text } = context.document.xml;
  const quote = attribute.quote ?? context.style.quote;
  const range = replacedRange(text, attribute, valueRange, context.offset);
  const opening = attribute.quote === undefined ? quote : '';
  const closing = attribute.quote === undefined || !attribute.closed ? quote : '';
  const typed = text.slice(range.start, range.end);
  // An editor replaces nothing that goes over several lines.
  if (/[\r\n]/.test(typed)) return [];
  return findValueCandidates(context, element, declaration).flatMap(({ value, kind, detail, documentation, fresh }) => {
    const escaped = escapeAttributeValue(value, quote);
    const insertText = opening + escaped + closing;
    const probe = { start: opening.length, end: opening.length + escaped.length };
    if (!context.accepts({ ...range, text: insertText }, probe)) return [];
    return {
      label: value,
      kind,
      ...(detail && { detail }),
      ...(documentation && { documentation }),
      range,
      insertText,
      ...(fresh && typed !== '' && { filterText: typed }),
    };
  });
}

/**
 * The whole value. Where its closing quote is missing, it ends with the word at the cursor, since what follows was hardly
 * meant as a part of it.
 */
function replacedRange(text: string, { closed, quote }: XmlAttribute, range: TextRange, offset: number): TextRange {
  if (quote === undefined || closed) return range;
  let end = offset;
  while (end < range.end && /[\w.:-]/.test(text.charAt(end))) end += 1;
  return { start: range.start, end };
}
