import type { BoundDocument } from '../binding/model.ts';
import { locate } from '../xml/locate.ts';
import { escapeSnippet } from './completion/snippetWriter.ts';

/**
 * What to insert, in snippet syntax, when `>` or `/` has just been typed in front of the offset: the end tag of the
 * element whose start tag that closes, the rest of the end tag that `</` begins, or the `>` of a self-closing tag.
 */
export function doAutoClose(document: BoundDocument, offset: number): string | undefined {
  if (!document.kind) return undefined;
  const { text } = document.xml;
  switch (text.charAt(offset - 1)) {
    case '>':
      return closeElement(document, offset);
    case '/':
      return text.charAt(offset - 2) === '<' ? completeEndTag(document, offset) : closeStartTag(document, offset);
    default:
      return undefined;
  }
}

function closeElement(document: BoundDocument, offset: number): string | undefined {
  const location = locate(document.xml, offset);
  const element = location.parent;
  if (!element || element.startTag.end !== offset || element.selfClosing || element.endTag) return undefined;
  return element.name === '' ? undefined : `$0</${escapeSnippet(element.name)}>`;
}

function completeEndTag(document: BoundDocument, offset: number): string | undefined {
  const location = locate(document.xml, offset);
  if (location.kind !== 'endTagName' || location.range.end !== location.range.start) return undefined;
  const { element, parent } = location;
  const open = element ?? parent;
  if (!open || open.name === '' || document.xml.text.charAt(offset) === '>') return undefined;
  return `${escapeSnippet(open.name)}>$0`;
}

function closeStartTag(document: BoundDocument, offset: number): string | undefined {
  const location = locate(document.xml, offset);
  if (location.kind !== 'tagEnd' || !location.element || location.element.startTag.end > offset) return undefined;
  return document.xml.text.charAt(offset) === '>' ? undefined : '>$0';
}
