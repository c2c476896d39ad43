import type { BoundDocument } from '../binding/model.ts';
import { isAboutSyntax } from '../rules/control/applyControl.ts';
import { findSuppressions, NEXT_ELEMENT, WHOLE_FILE } from '../rules/control/suppression.ts';
import { unusedSuppression } from '../rules/control/unusedSuppression.ts';
import type { Finding } from '../rules/finding.ts';
import { isFirstOnLine, lineBreakOf, lineIndentation } from '../xml/indentation.ts';
import { walkElements } from '../xml/query.ts';
import type { TextEdit, TextRange } from '../xml/range.ts';
import type { XmlDocument, XmlElement } from '../xml/tree.ts';
import type { CodeAction } from './model.ts';

/** For the findings that touch `range` (UTF-16 offsets): the comments that switch each off, for its element and for the whole file. */
export function findSuppressActions(
  document: BoundDocument,
  findings: readonly Finding[],
  range: TextRange,
): readonly CodeAction[] {
  if (document.kind === undefined) return [];
  return findings
    .filter(finding => finding.range.start <= range.end && finding.range.end >= range.start)
    .flatMap(finding => suppressActions(document.xml, finding));
}

function suppressActions(xml: XmlDocument, finding: Finding): readonly CodeAction[] {
  if (isAboutSyntax(finding) || finding.code === unusedSuppression.code || !xml.root) return [];
  const action = (where: string, edit: TextEdit): CodeAction => ({
    title: `Suppress ${finding.code} ${where}`,
    kind: 'quickfix',
    preferred: false,
    edits: [edit],
    finding,
  });
  const element = findElementAround(xml, finding);
  const inFile = action('in this file', writeComment(xml, xml.root, WHOLE_FILE, finding));
  return element
    ? [action(`for this <${element.name}>`, writeComment(xml, element, NEXT_ELEMENT, finding)), inFile]
    : [inFile];
}

/** The innermost element that encloses the finding: the last one, in document order, that does. */
function findElementAround(xml: XmlDocument, { range }: Finding): XmlElement | undefined {
  let around: XmlElement | undefined;
  for (const element of walkElements(xml)) {
    if (element.start > range.start) break;
    if (range.end <= element.end) around = element;
  }
  return around;
}

/** A comment in front of an element, on a line of its own where the element has one; a comment that is there is extended. */
function writeComment(xml: XmlDocument, element: XmlElement, word: string, { code }: Finding): TextEdit {
  const last = findSuppressions(xml)
    .filter(({ comment, scope }) =>
      word === NEXT_ELEMENT
        ? scope.start === element.start && scope.end === element.end
        : scope.end - scope.start === xml.text.length && comment.parent === undefined,
    )
    .at(-1);
  if (last) return { start: last.range.end, end: last.range.end, text: `, ${code}` };
  const at = element.start;
  const separator = isFirstOnLine(xml.text, at) ? lineBreakOf(xml.text) + lineIndentation(xml.text, at) : '';
  return { start: at, end: at, text: `<!-- ${word} ${code} -->${separator}` };
}
