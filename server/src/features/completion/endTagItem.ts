import type { TextRange } from '../../xml/range.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { UnrankedItem } from './rankItems.ts';

/** The end tag of an open element: what of `</` is missing in front of the range, the name, and `>` unless it is `closed`. */
export function endTagItem(
  { name }: XmlElement,
  range: TextRange,
  opening: '' | '/' | '</',
  closed: boolean,
): UnrankedItem {
  const insertText = `${opening}${name}${closed ? '' : '>'}`;
  return { label: `</${name}>`, kind: 'endTag', range, insertText, filterText: insertText };
}
