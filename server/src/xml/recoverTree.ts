import { isWhiteSpace } from './characters.ts';
import { lineBreakOf, lineIndentation } from './indentation.ts';
import { opens, pairByIndentation, pairByName, type TagPairs } from './pairTags.ts';
import { isIndentationTrustworthy, layOutTags, type TagLayout } from './tagLayout.ts';
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
  const { text, tokens, pairs } = recovery;
  const top: TreeNode[] = [];
  const open: Open[] = [];
  const strayEndTags: number[] = [];

  const append = (node: TreeNode): void => {
    const parent = open.at(-1)?.element;
    node.parent = parent;
    (parent?.children ?? top).push(node);
  };

  /** Closes all above the given depth without an end tag. */
  const closeDownTo = (depth: number): void => {
    let rest: TextToken | undefined;
    while (open.length > depth) {
      const closed = open.pop();
      if (closed === undefined) break;
      rest = closeUnfinished(text, closed.element, rest);
      if (closed.element.startTagClosed) reportUnclosed(recovery, closed.element);
    }
    if (rest !== undefined) append(rest);
  };

  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'endTag') {
      const depth = findOpen(recovery, open, index, token);
      const partner = depth === -1 ? undefined : open[depth]?.element;
      if (partner === undefined) {
        if (open.length === 0) strayEndTags.push(token.start);
        reportStray(recovery, token, open.at(-1)?.element);
        continue;
      }
      closeDownTo(depth + 1);
      partner.endTag = token;
      partner.end = token.end;
      open.pop();
      if (partner.name !== token.name) reportMismatch(recovery, partner, token);
      continue;
    }
    if (token.kind !== 'element') {
      append(token);
      continue;
    }
    token.children = [];
    token.endTag = undefined;
    token.end = token.startTag.end;
    closeDownTo(depthForStartTag(recovery, open, index));
    append(token);
    const paired = pairs[index] !== -1;
    if (!token.startTagClosed) reportUnclosedTag(recovery, token, paired);
    if (opens(token) && (paired || token.startTagClosed)) open.push({ element: token, index });
  }
  closeDownTo(0);
  return { children: top, strayEndTags };
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
  const sameColumn = layout.column[top.index] === layout.column[index] && layout.first[top.index] === 1;
  const ownLine = layout.first[index] === 1 || layout.line[index] === layout.line[top.index];
  return indented && sameColumn && ownLine ? last : -1;
}

/**
 * Ends an element behind its last visible content. The white space that follows belongs to whatever encloses it: it is
 * returned, joined with what came from the element inside.
 */
function closeUnfinished(text: string, element: ElementToken, rest: TextToken | undefined): TextToken | undefined {
  let trailing = rest;
  const last = element.children.at(-1);
  if (trailing === undefined && last?.kind === 'text') {
    let end = last.end;
    while (end > last.start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
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

function reportUnclosed({ text, report }: Recovery, element: ElementToken): void {
  const { name, startTag, end } = element;
  const message = `<${name}> has no end tag. libvirt cannot read the document. Write </${name}>, or /> when nothing is inside.`;
  if (element.children.length === 0) {
    report({
      code: 'syntax/unclosed-element',
      range: element.nameRange,
      message,
      fix: { title: `Close <${name}> with />`, edits: [{ start: startTag.end - 1, end: startTag.end, text: '/>' }] },
    });
    return;
  }
  const ownLine = /[\r\n]/.test(text.slice(startTag.end, end));
  const before = ownLine ? lineBreakOf(text) + lineIndentation(text, element.start) : '';
  report({
    code: 'syntax/unclosed-element',
    range: element.nameRange,
    message,
    related: { range: { start: end, end }, message: `</${name}> is expected here at the latest` },
    fix: { title: `Insert </${name}>`, edits: [{ start: end, end, text: `${before}</${name}>` }] },
  });
}

function reportUnclosedTag({ report }: Recovery, element: ElementToken, paired: boolean): void {
  const { name, startTag } = element;
  if (name === '') return;
  const end = element.attributes.at(-1)?.end ?? element.nameRange.end;
  const closing = paired || element.selfClosing ? '>' : '/>';
  const at = element.selfClosing ? startTag.end : end;
  report({
    code: 'syntax/unclosed-tag',
    range: element.nameRange,
    message: `The tag <${name} is not closed. libvirt cannot read the document. Write ${closing} at its end.`,
    fix: { title: `Insert ${closing}`, edits: [{ start: at, end: at, text: closing }] },
  });
}

function reportStray({ report }: Recovery, token: EndTagToken, around: ElementToken | undefined): void {
  report({
    code: 'syntax/stray-end-tag',
    range: token.name === '' ? { start: token.start, end: token.end } : token.nameRange,
    message: `</${token.name}> has no start tag. libvirt cannot read the document. Delete it, or write <${token.name}> where it begins.`,
    ...(around === undefined ? {} : { related: { range: around.nameRange, message: `<${around.name}> is open here` } }),
    fix: { title: `Delete </${token.name}>`, edits: [{ start: token.start, end: token.end, text: '' }] },
  });
}

/** A pair by its place whose names differ. One that is cut off has been reported as such. */
function reportMismatch({ report }: Recovery, element: ElementToken, token: EndTagToken): void {
  if (!element.startTagClosed || !token.closed) return;
  report({
    code: 'syntax/stray-end-tag',
    range: token.nameRange,
    message: `</${token.name}> does not fit its start tag <${element.name}>. libvirt cannot read the document. Write the same name in both.`,
    related: { range: element.nameRange, message: `The start tag <${element.name}>` },
    fix: { title: `Write </${element.name}>`, edits: [{ ...token.nameRange, text: element.name }] },
  });
}
