import type { BoundElement } from '../../binding/model.ts';
import { escapeText } from '../../xml/decode.ts';
import type { TextRange } from '../../xml/range.ts';
import type { CompletionContext } from './completionContext.ts';
import type { UnrankedItem } from './rankItems.ts';
import { findTypeCandidates } from './valueCandidates.ts';

/** What an element whose content is text may contain. */
export function completeText(
  context: CompletionContext,
  element: BoundElement,
  range: TextRange,
): readonly UnrankedItem[] {
  if (!element.body.text) return [];
  return findTypeCandidates(context, element.body.text).map(({ value, kind, detail, documentation, fresh }) => ({
    label: value,
    kind,
    ...(detail && { detail }),
    ...(documentation && { documentation }),
    range,
    insertText: escapeText(value),
    ...(fresh && range.end > range.start && { filterText: context.document.xml.text.slice(range.start, range.end) }),
  }));
}
