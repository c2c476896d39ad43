import { quoteStyle } from '../../xml/edit.ts';
import { indentationStep, lineBreakOf } from '../../xml/indentation.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';

/** How the user writes: what is inserted looks the same. */
export interface WritingStyle {
  readonly quote: '"' | "'";
  /** One level of indentation. */
  readonly indent: string;
  readonly lineBreak: string;
}

/** The style around an element: the one that is being written, or the one that it will stand in. */
export function findWritingStyle(document: XmlDocument, near: XmlElement | undefined): WritingStyle {
  return {
    quote: near ? quoteStyle(document, near) : "'",
    indent: near ? indentationStep(document.text, near) : '  ',
    lineBreak: lineBreakOf(document.text),
  };
}
