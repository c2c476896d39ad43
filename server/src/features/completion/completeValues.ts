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
  const opening = range.start < valueRange.start || attribute.quote === undefined ? quote : '';
  const closing = range.end > valueRange.end || attribute.quote === undefined || !attribute.closed ? quote : '';
  const typed = text.slice(range.start, range.end);
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
 * The whole value, with its quotes when the cursor stands in front of them. Where its closing quote is missing, or where
 * it goes over several lines, only the word around the cursor, since what follows was hardly meant as a part of it.
 */
function replacedRange(text: string, { closed, quote }: XmlAttribute, range: TextRange, offset: number): TextRange {
  if (offset < range.start) return { start: offset, end: closed ? range.end + 1 : range.end };
  const whole = quote === undefined || closed;
  if (whole && !/[\r\n]/.test(text.slice(range.start, range.end))) return range;
  let { start } = range;
  for (let at = offset; at > range.start; at -= 1) {
    if (/[\r\n]/.test(text.charAt(at - 1))) {
      start = at;
      break;
    }
  }
  let end = offset;
  while (end < range.end && /[\w.:-]/.test(text.charAt(end))) end += 1;
  return { start, end };
}
