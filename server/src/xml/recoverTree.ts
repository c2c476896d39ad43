import { trimWhiteSpaceEnd } from './characters.ts';
import { opens, pairByIndentation, pairByName, type TagPairs } from './pairTags.ts';
import { isIndentationTrustworthy, layOutTags, type TagLayout } from './tagLayout.ts';
import { imperfectEndTag, namelessStartTag, strayEndTag, unclosedElement, unclosedStartTag } from './tagProblems.ts';
import type { ElementToken, EndTagToken, Report, TextToken, Token, Tree, TreeNode } from './tokens.ts';

/**
 * The tree of a document whose tags do not all pair up. Which tags belong together is decided beforehand, where the
 * document is indented with the help of the indentation: so a missing end tag is missed where it is missing, and not
 * at the end of the document.
 */
export function recoverTree(text: string, tokens: readonly Token[], report: Report): Tree {
  const layout = layOutTags(text, tokens);
  const indented = isIndentationTrustworthy(tokens, layout);
  const pairs = indented ? pairByIndentation(tokens, layout) : pairByName(tokens);
  return link({ text, tokens, layout, indented, pairs, report });
}

interface Recovery {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly layout: TagLayout;
  readonly indented: boolean;
  readonly pairs: TagPairs;
  readonly report: Report;
}

interface Open {
  readonly element: ElementToken;
  readonly index: number;
}

function link(recovery: Recovery): Tree {
  const { text, tokens, pairs, report } = recovery;
  const top: TreeNode[] = [];
  const open: Open[] = [];
  const strayEndTags: number[] = [];

  const append = (node: TreeNode): void => {
    const parent = open.at(-1)?.element;
    node.parent = parent;
    (parent?.children ?? top).push(node);
  };

  /** Closes all above the given depth without an end tag; those that are `excused` without a word. */
  const closeDownTo = (depth: number, excused?: ElementToken): void => {
    let rest: TextToken | undefined;
    while (open.length > depth) {
      const element = open.pop()?.element;
      if (element === undefined) break;
      rest = closeUnfinished(text, element, rest);
      if (element.startTagClosed && element.name !== '' && element !== excused) report(unclosedElement(text, element));
    }
    if (rest !== undefined) append(rest);
  };

  const addStartTag = (element: ElementToken, index: number): void => {
    element.children = [];
    element.endTag = undefined;
    element.end = element.startTag.end;
    const depth = depthForStartTag(recovery, open, index);
    const nameless = element.name === '';
    const begun = nameless && !element.startTagClosed ? findBegun(recovery, open, depth, index) : undefined;
    closeDownTo(depth, begun);
    append(element);
    const partner = tokens[pairs[index] ?? -1];
    const endTag = partner?.kind === 'endTag' ? partner : undefined;
    if (nameless) report(namelessStartTag(text, element, begun));
    else if (!element.startTagClosed) report(unclosedStartTag(element, endTag));
    if (opens(element) && (endTag !== undefined || element.startTagClosed)) open.push({ element, index });
  };

  const addEndTag = (token: EndTagToken, index: number): void => {
    const depth = findOpen(recovery, open, index, token);
    const element = open[depth]?.element;
    if (element === undefined) {
      if (open.length === 0) strayEndTags.push(token.start);
      report(strayEndTag(text, token, open.at(-1)?.element));
      return;
    }
    closeDownTo(depth + 1);
    element.endTag = token;
    element.end = token.end;
    open.pop();
    const problem = imperfectEndTag(element, token);
    if (problem !== undefined) report(problem);
  };

  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'element') addStartTag(token, index);
    else if (token.kind === 'endTag') addEndTag(token, index);
    else append(token);
  }
  closeDownTo(0);
  return { children: top, strayEndTags };
}

/** The element that is about to be closed without an end tag and that a lone `<` in its column seems to close. */
function findBegun(
  { layout }: Recovery,
  open: readonly Open[],
  depth: number,
  index: number,
): ElementToken | undefined {
  const lowest = open[depth];
  return lowest !== undefined && layout.column[lowest.index] === layout.column[index] ? lowest.element : undefined;
}

/** How many open elements stay open when a start tag comes: one that is not indented more cannot be inside. */
function depthForStartTag({ layout, pairs, indented }: Recovery, open: readonly Open[], index: number): number {
  let depth = open.length;
  if (!indented || layout.first[index] !== 1) return depth;
  const column = layout.column[index] ?? 0;
  for (let last = open[depth - 1]; last !== undefined; last = open[depth - 1]) {
    if (pairs[last.index] !== -1 || (layout.column[last.index] ?? 0) < column) break;
    depth--;
  }
  return depth;
}

/** The place among the open elements of the one that the end tag closes, or -1. */
function findOpen(
  { layout, pairs, indented }: Recovery,
  open: readonly Open[],
  index: number,
  token: EndTagToken,
): number {
  const partner = pairs[index] ?? -1;
  const last = open.length - 1;
  if (partner !== -1) {
    for (let depth = last; depth >= 0; depth--) {
      const candidate = open[depth];
      if (candidate === undefined || candidate.index < partner) return -1;
      if (candidate.index === partner) return depth;
    }
    return -1;
  }
  const top = open[last];
  if (top === undefined || pairs[top.index] !== -1) return -1;
  if (top.element.name === token.name) return last;
  // A pair by its place, with a slip in one of the names.
  if (layout.line[index] === layout.line[top.index]) return last;
  const sameColumn = layout.column[top.index] === layout.column[index];
  return indented && sameColumn && layout.first[top.index] === 1 && layout.first[index] === 1 ? last : -1;
}

/**
 * Ends an element behind its last visible content. The white space that follows belongs to whatever encloses it: it is
 * returned, joined with what came from the element inside.
 */
function closeUnfinished(text: string, element: ElementToken, rest: TextToken | undefined): TextToken | undefined {
  let trailing = rest;
  const last = element.children.at(-1);
  if (trailing === undefined && last?.kind === 'text') {
    const end = trimWhiteSpaceEnd(text, last.start, last.end);
    if (end < last.end) trailing = textToken(text.slice(end, last.end), end);
    if (end === last.start) element.children.pop();
    else if (trailing !== undefined) {
      last.value = last.value.slice(0, last.value.length - lineFeeds(trailing.value).length);
      last.end = end;
    }
  }
  element.end = element.children.at(-1)?.end ?? element.startTag.end;
  return trailing;
}

function textToken(raw: string, start: number): TextToken {
  return { kind: 'text', parent: undefined, start, end: start + raw.length, value: lineFeeds(raw) };
}

function lineFeeds(raw: string): string {
  return raw.replaceAll(/\r\n?/g, '\n');
}
