import { childElements } from '../../xml/query.ts';
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

/** The innermost element that is open at an offset inside `parent`: what an end tag there would close. */
export function findOpenElement(parent: XmlElement, offset: number): XmlElement {
  let open = parent;
  for (let child = lastChild(parent, offset); child && isOpen(child); child = lastChild(child, offset)) open = child;
  return open;
}

/** The last element that begins in front of the offset. */
function lastChild(parent: XmlElement, offset: number): XmlElement | undefined {
  return childElements(parent).findLast(child => child.start < offset);
}

export function isOpen({ startTagClosed, selfClosing, endTag }: XmlElement): boolean {
  return startTagClosed && !selfClosing && endTag === undefined;
}
