import type { TextRange } from '../../xml/range.ts';
import type { XmlComment, XmlDocument, XmlElement, XmlNode } from '../../xml/tree.ts';

/** The words that a suppressing comment begins with. */
export const NEXT_ELEMENT = 'libvirt-xml-disable-next-element';
export const WHOLE_FILE = 'libvirt-xml-disable';

/** One code that a comment such as `<!-- libvirt-xml-disable-next-element mac/duplicate: a failover pair -->` switches off. */
export interface Suppression {
  readonly code: string;
  /** Where the code stands in the comment. */
  readonly range: TextRange;
  readonly comment: XmlComment;
  /** What it covers: the element behind the comment, or the whole text. */
  readonly scope: TextRange;
}

/** All suppressions of a document. Costs nothing but a search of the text where there are none. */
export function findSuppressions(document: XmlDocument): readonly Suppression[] {
  if (!document.text.includes(WHOLE_FILE)) return [];
  const found: Suppression[] = [];
  const pending: (readonly XmlNode[])[] = [document.children];
  for (let nodes = pending.pop(); nodes; nodes = pending.pop()) {
    for (const [index, node] of nodes.entries()) {
      if (node.kind === 'element') pending.push(node.children);
      if (node.kind === 'comment') found.push(...readComment(document, node, nodes, index));
    }
  }
  return found;
}

function readComment(
  document: XmlDocument,
  comment: XmlComment,
  siblings: readonly XmlNode[],
  index: number,
): readonly Suppression[] {
  const written = document.text.slice(comment.start, comment.end);
  const parts = /^<!--\s*(libvirt-xml-disable(?:-next-element)?)\s+([^:]*?)\s*(?::[\s\S]*)?-->$/.exec(written);
  if (!parts) return [];
  const [, word = '', codes = ''] = parts;
  const scope = word === WHOLE_FILE ? { start: 0, end: document.text.length } : nextElement(siblings, index);
  const from = comment.start + written.indexOf(codes, written.indexOf(word) + word.length);
  return [...codes.matchAll(/[^\s,]+/g)].map(match => {
    const start = from + match.index;
    const [code] = match;
    return { code, range: { start, end: start + code.length }, comment, scope: scope ?? { start, end: start } };
  });
}

function nextElement(siblings: readonly XmlNode[], index: number): XmlElement | undefined {
  for (let next = index + 1; next < siblings.length; next++) {
    const sibling = siblings[next];
    if (sibling?.kind === 'element') return sibling;
  }
  return undefined;
}
