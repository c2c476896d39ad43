import { isBlank, skipWhiteSpace, trimWhiteSpaceEnd } from './characters.ts';
import type { SyntaxProblem } from './problems.ts';
import type { TextRange } from './range.ts';
import type { Report, Token, TreeNode } from './tokens.ts';

/** Counts whole surrogate pairs as well, and is so much faster that most documents need no more. */
const SUSPICIOUS = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/;
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Reports characters that XML forbids everywhere: most control characters, halves of surrogate pairs. */
export function checkCharacters(text: string, report: Report): void {
  if (!SUSPICIOUS.test(text)) return;
  for (const { index, 0: character } of text.matchAll(FORBIDDEN)) {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    report({
      code: 'syntax/bad-character',
      range: { start: index, end: index + 1 },
      message: `The character U+${code} may not stand in XML, not even as a reference. libvirt cannot read the document. Delete it.`,
      fix: { title: 'Delete the character', edits: [{ start: index, end: index + 1, text: '' }] },
    });
  }
}

/** Reports what may not stand beside the root element. */
export function checkTopLevel(
  text: string,
  children: readonly TreeNode[],
  strayEndTags: readonly number[],
  report: Report,
): void {
  const elements = children.filter(node => node.kind === 'element');
  const [root, second] = elements;
  if (root === undefined) {
    if (children.some(node => node.kind !== 'text' || !isBlank(text, node.start, node.end))) {
      const start = skipWhiteSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
      report({
        code: 'syntax/no-root',
        range: { start, end: start + 1 },
        message: 'The document has no element. libvirt cannot read it. Write one, such as <domain>.',
      });
    }
    return;
  }
  // An end tag behind the second element shows that the start tag around both is what is missing.
  if (second !== undefined && !strayEndTags.some(offset => offset > second.start)) {
    report({
      code: 'syntax/second-root',
      range: second.name === '' ? second.startTag : second.nameRange,
      message: `<${second.name}> stands beside the root element <${root.name}>. libvirt cannot read the document: it takes one root element with all others inside it. Move it inside, or into a document of its own.`,
      related: { range: root.nameRange, message: 'The root element' },
    });
  }
  checkTextOutside(text, children, report);
}

function checkTextOutside(text: string, children: readonly TreeNode[], report: Report): void {
  for (const node of children) {
    if (node.kind !== 'cdata' && (node.kind !== 'text' || isBlank(text, node.start, node.end))) continue;
    const start = skipWhiteSpace(text, node.start);
    const end = trimWhiteSpaceEnd(text, start, node.end);
    report({
      code: 'syntax/text-outside-root',
      range: { start, end },
      message:
        'Text may stand inside the root element only. libvirt cannot read the document. Delete it, or write a comment: <!-- … -->.',
      fix: { title: 'Delete the text', edits: [{ start, end, text: '' }] },
    });
    return;
  }
}

/** Reports a document type declaration: at its place as pointless, anywhere else as a mistake. */
export function checkDoctypes(text: string, tokens: readonly Token[], report: Report): void {
  let allowed = true;
  for (const token of tokens) {
    if (token.kind === 'element' || token.kind === 'endTag') allowed = false;
    if (token.kind !== 'doctype') continue;
    // One that is not closed has been reported as such.
    if (!allowed) report(misplacedDoctype(token));
    else if (text.charAt(token.end - 1) === '>') report(pointlessDoctype(text, token));
    allowed = false;
  }
}

function pointlessDoctype(text: string, { start, end }: TextRange): SyntaxProblem {
  const problem: SyntaxProblem = {
    code: 'syntax/doctype',
    range: { start, end: start + 9 },
    message:
      'A document type declaration has no use here: libvirt checks with its own schema and drops the declaration when it stores the document. Nothing that it declares is read by this check. Delete it, and write out the entities that it declares.',
  };
  if (declaresSomething(text.slice(start, end))) return problem;
  const after = skipWhiteSpace(text, end);
  return {
    ...problem,
    fix: { title: 'Delete the document type declaration', edits: [{ start, end: after, text: '' }] },
  };
}

function misplacedDoctype({ start, end }: TextRange): SyntaxProblem {
  return {
    code: 'syntax/bad-declaration',
    range: { start, end: start + 9 },
    message:
      'A document type declaration may stand once, in front of the root element. libvirt cannot read the document. Delete it.',
    fix: { title: 'Delete the document type declaration', edits: [{ start, end, text: '' }] },
  };
}

/** Whether a document type declaration has a subset that may declare entities. */
export function declaresSomething(declaration: string): boolean {
  return /\[|[ \t\r\n](?:SYSTEM|PUBLIC)[ \t\r\n]/.test(declaration);
}
