import type { TextRange } from '../../xml/range.ts';
import type { XmlDocument, XmlElement, XmlNode } from '../../xml/tree.ts';
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

/**
 * The innermost element that is open in front of an offset inside `parent`, or at the top level: what an end tag there
 * would close.
 */
export function findOpenElement(
  document: XmlDocument,
  parent: XmlElement | undefined,
  offset: number,
): XmlElement | undefined {
  let open = parent && isOpen(parent) ? parent : undefined;
  let children: readonly XmlNode[] = parent ? parent.children : document.children;
  for (let last = lastElement(children, offset); last && isOpen(last); last = lastElement(children, offset)) {
    open = last;
    children = last.children;
  }
  return open;
}

/** The last element that begins in front of the offset. */
function lastElement(nodes: readonly XmlNode[], offset: number): XmlElement | undefined {
  const last = nodes.findLast(node => node.kind === 'element' && node.start < offset);
  return last?.kind === 'element' ? last : undefined;
}

function isOpen({ startTagClosed, selfClosing, endTag }: XmlElement): boolean {
  return startTagClosed && !selfClosing && endTag === undefined;
}
