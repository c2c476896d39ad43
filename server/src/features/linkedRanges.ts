import type { BoundDocument } from '../binding/model.ts';
import { locate } from '../xml/locate.ts';
import type { TextRange } from '../xml/range.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { LinkedRanges } from './model.ts';

/** The names in the start tag and the end tag that the offset stands in, when they are the same. */
export function findLinkedRanges(document: BoundDocument, offset: number): LinkedRanges | undefined {
  if (document.kind === undefined) return undefined;
  const element = locate(document.xml, offset).element;
  return element === undefined ? undefined : findTagNames(element, offset);
}

/** Both tag names of an element, provided that the offset touches one of them and that they are equal. */
export function findTagNames(element: XmlElement, offset: number): readonly [TextRange, TextRange] | undefined {
  const { endTag } = element;
  if (endTag === undefined || endTag.name !== element.name) return undefined;
  if (!touches(element.nameRange, offset) && !touches(endTag.nameRange, offset)) return undefined;
  return [element.nameRange, endTag.nameRange];
}

function touches(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
