import { findPlaceholders, maskPlaceholders, watchPlaceholders } from './placeholders.ts';
import type { SyntaxProblem } from './problems.ts';
import { recoverTree } from './recoverTree.ts';
import { scanTokens } from './scan.ts';
import type { ElementToken, Report, Token, Tree, TreeNode } from './tokens.ts';
import type { XmlDocument } from './tree.ts';
import { checkCharacters, checkDoctypes, checkTopLevel } from './wholeDocument.ts';

/** More problems than anyone reads; keeps a document of nothing but mistakes cheap. */
export const MAX_PROBLEMS = 1000;

/**
 * Parses any text into a tree with its problems. Never throws, takes time and memory in proportion to the text, does
 * not recurse, reads nothing but the text: a DTD is skipped, no entity that it declares is resolved.
 */
export function parseXml(text: string): XmlDocument {
  const problems: SyntaxProblem[] = [];
  const report: Report = problem => {
    if (problems.length < MAX_PROBLEMS) problems.push(problem);
  };
  checkCharacters(text, report);
  const placeholders = findPlaceholders(text);
  const readable = placeholders.length === 0 ? text : maskPlaceholders(text, placeholders);
  const tokens = scanTokens(readable, report);
  const { children, strayEndTags } = buildTree(tokens) ?? recoverTree(readable, tokens, report);
  checkTopLevel(readable, children, strayEndTags, report);
  checkDoctypes(readable, tokens, report);
  problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const document = { text, children, root: children.find(node => node.kind === 'element'), problems };
  return placeholders.length === 0 ? document : { ...document, template: watchPlaceholders(document, placeholders) };
}

/** The tree when all tags are whole and pair up; `undefined` as soon as one does not. */
function buildTree(tokens: readonly Token[]): Tree | undefined {
  const top: TreeNode[] = [];
  const open: ElementToken[] = [];
  let current: ElementToken | undefined;
  for (const token of tokens) {
    if (token.kind === 'endTag') {
      if (current?.name !== token.name || !token.closed) return undefined;
      current.endTag = token;
      current.end = token.end;
      open.pop();
      current = open.at(-1);
      continue;
    }
    token.parent = current;
    if (current === undefined) top.push(token);
    else current.children.push(token);
    if (token.kind !== 'element') continue;
    if (!token.startTagClosed || token.name === '') return undefined;
    if (token.selfClosing) continue;
    open.push(token);
    current = token;
  }
  return current === undefined ? { children: top, strayEndTags: [] } : undefined;
}
