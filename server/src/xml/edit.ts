import { isBlank } from './characters.ts';
import { escapeAttributeValue, escapeText } from './decode.ts';
import {
  indentationStep,
  isFirstOnLine,
  lineBreakOf,
  lineIndentation,
  precedingWhiteSpace,
  wholeLines,
} from './indentation.ts';
import type { TextEdit } from './range.ts';
import type { XmlAttribute, XmlComment, XmlDocument, XmlElement } from './tree.ts';

/*
 * Changes to a document as text edits that keep the user's style: quotes as the neighbours have them, indentation of
 * the siblings, the document's line breaks. Values and texts are given decoded and are escaped here.
 */

/**
 * Adds an attribute behind the last one (or behind `after`), or behind the name when there is none; on a line of its
 * own where the last one stands so.
 */
export function insertAttribute(
  document: XmlDocument,
  element: XmlElement,
  name: string,
  value: string,
  after: XmlAttribute | undefined = element.attributes.at(-1),
): readonly TextEdit[] {
  const quote = quoteStyle(document, element);
  return [insertion(document, element, `${name}=${quote}${escapeAttributeValue(value, quote)}${quote}`, after)];
}

/** As `insertAttribute`, with the attribute's text ready made: a snippet, say. */
export function insertAttributeText(document: XmlDocument, element: XmlElement, text: string): readonly TextEdit[] {
  return [insertion(document, element, text, element.attributes.at(-1))];
}

function insertion(
  document: XmlDocument,
  element: XmlElement,
  text: string,
  after: XmlAttribute | undefined,
): TextEdit {
  const at = after?.end ?? element.nameRange.end;
  const previous = after === undefined ? undefined : element.attributes[element.attributes.indexOf(after) - 1];
  const before = after === undefined ? '' : document.text.slice(previous?.end ?? element.nameRange.end, after.start);
  // A line break between the last two attributes: the user puts each on a line of its own.
  const separator = previous !== undefined && isBlankWithLineBreak(before) ? before : ' ';
  return { start: at, end: at, text: separator + text };
}

function isBlankWithLineBreak(text: string): boolean {
  return /^[ \t\r\n]*[\r\n][ \t\r\n]*$/.test(text);
}

/** The quotes that the element's attributes, else those of its neighbours, have; libvirt's single ones by default. */
export function quoteStyle(document: XmlDocument, element: XmlElement): '"' | "'" {
  for (const attribute of element.attributes) if (attribute.quote !== undefined) return attribute.quote;
  for (let parent = element.parent; parent !== undefined; parent = parent.parent) {
    for (const sibling of parent.children) {
      const quote = sibling.kind === 'element' ? sibling.attributes[0]?.quote : undefined;
      if (quote !== undefined) return quote;
    }
    for (const attribute of parent.attributes) if (attribute.quote !== undefined) return attribute.quote;
  }
  return document.root?.attributes[0]?.quote ?? "'";
}

/** Takes out an attribute with the white space in front of it. */
export function removeAttribute(document: XmlDocument, attribute: XmlAttribute): readonly TextEdit[] {
  const start = Math.max(precedingWhiteSpace(document.text, attribute.start), attribute.owner.nameRange.end);
  // Attributes without white space between them are broken already; the next one still needs its own.
  return [{ start, end: attribute.end, text: '' }];
}

export function renameAttribute(_document: XmlDocument, attribute: XmlAttribute, name: string): readonly TextEdit[] {
  return [{ ...attribute.nameRange, text: name }];
}

/** Replaces the value, keeping the quotes; writes what is missing of `='…'`. */
export function replaceValue(document: XmlDocument, attribute: XmlAttribute, value: string): readonly TextEdit[] {
  const quote = attribute.quote ?? quoteStyle(document, attribute.owner);
  const escaped = escapeAttributeValue(value, quote);
  if (attribute.valueRange === undefined) {
    return [{ start: attribute.nameRange.end, end: attribute.end, text: `=${quote}${escaped}${quote}` }];
  }
  if (attribute.quote === undefined) return [{ ...attribute.valueRange, text: quote + escaped + quote }];
  return [{ ...attribute.valueRange, text: attribute.closed ? escaped : escaped + quote }];
}

/**
 * Adds a child behind `after`, by default behind the last child; opens a self-closing parent. `xml` is one element or
 * several lines indented by two blanks a level with line feeds, and is put to the parent's indentation, step and line
 * breaks.
 */
export function insertChild(
  document: XmlDocument,
  parent: XmlElement,
  xml: string,
  after: XmlElement | undefined = lastElement(parent),
): readonly TextEdit[] {
  const { text } = document;
  const lineBreak = lineBreakOf(text);
  const outer = lineIndentation(text, parent.start);
  const step = indentationStep(text, parent);
  const sibling = after ?? parent.children.find(child => child.kind === 'element');
  const ownLine = sibling === undefined || isFirstOnLine(text, sibling.start);
  const inner = sibling !== undefined && ownLine ? lineIndentation(text, sibling.start) : outer + step;
  const lines = indentLines(xml, inner, step, lineBreak);
  if (parent.selfClosing) {
    const slash = text.lastIndexOf('/', parent.startTag.end - 1);
    const start = Math.max(precedingWhiteSpace(text, slash), parent.nameRange.end);
    return [
      { start, end: parent.startTag.end, text: `>${lineBreak}${inner}${lines}${lineBreak}${outer}</${parent.name}>` },
    ];
  }
  if (after !== undefined) {
    return [{ start: after.end, end: after.end, text: ownLine ? `${lineBreak}${inner}${lines}` : lines }];
  }
  const at = parent.startTag.end;
  if (parent.endTag !== undefined && isBlank(text, at, parent.endTag.start)) {
    return [{ start: at, end: parent.endTag.start, text: `${lineBreak}${inner}${lines}${lineBreak}${outer}` }];
  }
  return [{ start: at, end: at, text: `${lineBreak}${inner}${lines}` }];
}

function lastElement(parent: XmlElement): XmlElement | undefined {
  return parent.children.findLast(child => child.kind === 'element');
}

/** Puts lines that are indented by two blanks a level to the given indentation; the first line starts at its place. */
export function indentLines(xml: string, indentation: string, step: string, lineBreak: string): string {
  return xml
    .split(/\r\n?|\n/)
    .map((line, index) => {
      const content = line.trimStart();
      const level = Math.floor((line.length - content.length) / 2);
      return index === 0 ? content : indentation + step.repeat(level) + content;
    })
    .join(lineBreak);
}

/** Puts other XML, indented as for `insertChild`, in the place of an element. */
export function replaceElement(document: XmlDocument, element: XmlElement, xml: string): readonly TextEdit[] {
  const { text } = document;
  const indentation = lineIndentation(text, element.start);
  const step = indentationStep(text, element);
  return [{ start: element.start, end: element.end, text: indentLines(xml, indentation, step, lineBreakOf(text)) }];
}

/** Puts other XML, indented as for `insertChild`, on lines of its own behind an element. */
export function insertBehind(document: XmlDocument, element: XmlElement, xml: string): readonly TextEdit[] {
  const { text } = document;
  const indentation = lineIndentation(text, element.start);
  const lineBreak = lineBreakOf(text);
  const lines = indentLines(xml, indentation, indentationStep(text, element), lineBreak);
  return [{ start: element.end, end: element.end, text: lineBreak + indentation + lines }];
}

/** Takes out an element with all inside it; and its line, when it stands there alone. */
export function removeElement(document: XmlDocument, element: XmlElement | XmlComment): readonly TextEdit[] {
  return [{ ...wholeLines(document.text, element), text: '' }];
}

/** Renames both tags. */
export function renameElement(_document: XmlDocument, element: XmlElement, name: string): readonly TextEdit[] {
  const edits: TextEdit[] = [{ ...element.nameRange, text: name }];
  if (element.endTag !== undefined) edits.push({ ...element.endTag.nameRange, text: name });
  return edits;
}

/** Replaces all that stands between the tags by a text; opens a self-closing element. */
export function replaceText(document: XmlDocument, element: XmlElement, value: string): readonly TextEdit[] {
  const escaped = escapeText(value);
  if (element.selfClosing) {
    const slash = document.text.lastIndexOf('/', element.startTag.end - 1);
    const start = Math.max(precedingWhiteSpace(document.text, slash), element.nameRange.end);
    return [{ start, end: element.startTag.end, text: `>${escaped}</${element.name}>` }];
  }
  const start = element.startTag.end;
  return [{ start, end: element.endTag?.start ?? element.children.at(-1)?.end ?? start, text: escaped }];
}
