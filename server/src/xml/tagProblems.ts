import { findLineEnd, skipWhiteSpace } from './characters.ts';
import { lineBreakOf, lineIndentation, wholeLines } from './indentation.ts';
import type { SyntaxProblem } from './problems.ts';
import type { ElementToken, EndTagToken } from './tokens.ts';

/** An element that nothing closes. */
export function unclosedElement(text: string, element: ElementToken): SyntaxProblem {
  const { name, startTag, end } = element;
  const message = `<${name}> has no end tag. libvirt cannot read the document. Write </${name}>, or /> in place of > when nothing is inside.`;
  if (element.children.length === 0) {
    return {
      code: 'syntax/unclosed-element',
      range: element.nameRange,
      message,
      fix: { title: `Close <${name}> with />`, edits: [{ start: startTag.end - 1, end: startTag.end, text: '/>' }] },
    };
  }
  const content = skipWhiteSpace(text, startTag.end, end);
  const before =
    findLineEnd(text, startTag.end, content) < content ? lineBreakOf(text) + lineIndentation(text, element.start) : '';
  return {
    code: 'syntax/unclosed-element',
    range: element.nameRange,
    message,
    related: { range: { start: end, end }, message: `</${name}> is expected here at the latest` },
    fix: { title: `Insert </${name}>`, edits: [{ start: end, end, text: `${before}</${name}>` }] },
  };
}

/** A start tag without its `>`; `endTag` is the one that it seems to belong to. */
export function unclosedStartTag(element: ElementToken, endTag: EndTagToken | undefined): SyntaxProblem {
  const { name, nameRange, startTag, selfClosing } = element;
  const fullName = endTag !== undefined && endTag.name.startsWith(name) ? endTag.name : name;
  const closing = endTag !== undefined || selfClosing ? '>' : '/>';
  const at = selfClosing ? startTag.end : (element.attributes.at(-1)?.end ?? nameRange.end);
  const close = { start: at, end: at, text: closing };
  const edits =
    fullName === name
      ? [close]
      : at === nameRange.end
        ? [{ ...nameRange, text: fullName + closing }]
        : [{ ...nameRange, text: fullName }, close];
  return {
    code: 'syntax/unclosed-tag',
    range: nameRange,
    message: `The tag <${name} is not closed. libvirt cannot read the document. ${fullName === name ? `Write ${closing} at its end.` : `Write <${fullName}>.`}`,
    fix: { title: fullName === name ? `Insert ${closing}` : `Complete <${fullName}>`, edits },
  };
}

/** A `<` without a name; `unclosed` is the element whose end tag it seems to begin. */
export function namelessStartTag(
  text: string,
  element: ElementToken,
  unclosed: ElementToken | undefined,
): SyntaxProblem {
  const { start } = element;
  const range = { start, end: start + 1 };
  if (unclosed !== undefined) {
    return {
      code: 'syntax/missing-name',
      range,
      message: `A < starts a tag, and no name follows it. libvirt cannot read the document. <${unclosed.name}> is still open: write </${unclosed.name}>.`,
      related: { range: unclosed.nameRange, message: `<${unclosed.name}> is open here` },
      fix: { title: `Write </${unclosed.name}>`, edits: [{ ...range, text: `</${unclosed.name}>` }] },
    };
  }
  const inText = start > 0 && !/[\s>]/.test(text.charAt(start - 1));
  return {
    code: 'syntax/missing-name',
    range,
    message:
      'A < starts a tag, and no name follows it. libvirt cannot read the document. Write the name of an element, or &lt; if the character is meant.',
    fix: inText
      ? { title: 'Write &lt; for <', edits: [{ ...range, text: '&lt;' }] }
      : { title: 'Delete the empty tag', edits: [{ ...element.startTag, text: '' }] },
  };
}

/** An end tag that no start tag belongs to; `around` is the element that it stands in. */
export function strayEndTag(text: string, token: EndTagToken, around: ElementToken | undefined): SyntaxProblem {
  const { name } = token;
  return {
    code: 'syntax/stray-end-tag',
    range: name === '' ? { start: token.start, end: token.end } : token.nameRange,
    message: `</${name}> has no start tag. libvirt cannot read the document. Delete it, or write <${name}> where the element begins.`,
    ...(around === undefined ? {} : { related: { range: around.nameRange, message: `<${around.name}> is open here` } }),
    fix: { title: `Delete </${name}>`, edits: [{ ...wholeLines(text, token), text: '' }] },
  };
}

/** An end tag that belongs to a start tag by its place, and is cut off or has another name; `undefined` when all is well. */
export function imperfectEndTag(element: ElementToken, token: EndTagToken): SyntaxProblem | undefined {
  if (!token.closed) {
    return {
      code: 'syntax/unclosed-tag',
      range: { start: token.start, end: token.nameRange.end },
      message: `The end tag of <${element.name}> is not complete. libvirt cannot read the document. Write </${element.name}>.`,
      related: { range: element.nameRange, message: `The start tag <${element.name}>` },
      fix: { title: `Complete </${element.name}>`, edits: [{ ...token.nameRange, text: `${element.name}>` }] },
    };
  }
  // A start tag that is cut off has been reported with its full name.
  if (element.name === token.name || !element.startTagClosed) return undefined;
  return {
    code: 'syntax/stray-end-tag',
    range: token.name === '' ? { start: token.start, end: token.end } : token.nameRange,
    message: `</${token.name}> does not fit its start tag <${element.name}>. libvirt cannot read the document. Write the same name in both.`,
    related: { range: element.nameRange, message: `The start tag <${element.name}>` },
    fix: { title: `Write </${element.name}>`, edits: [{ ...token.nameRange, text: element.name }] },
  };
}
