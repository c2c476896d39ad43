import type { Template } from './placeholders.ts';
import type { SyntaxProblem } from './problems.ts';
import type { TextRange } from './range.ts';

/**
 * The tolerant tree of one text. Every node carries the offsets of its parts; a part that is missing in the text is
 * `undefined`, never guessed. `start` and `end` of a parent enclose those of its children, and siblings are in order.
 */
export interface XmlDocument {
  readonly text: string;
  /** Everything at the top level in order: prolog, root element, whatever follows it. */
  readonly children: readonly XmlNode[];
  /** The first element at the top level. */
  readonly root: XmlElement | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** Set when the text has placeholders of a template. Their characters count as U+FFFF in names and values. */
  readonly template?: Template;
}

export type XmlNode = XmlElement | XmlText | XmlComment | XmlCData | XmlProcessingInstruction | XmlDoctype;

export interface XmlElement extends TextRange {
  readonly kind: 'element';
  /** As written, with prefix; empty where a `<` stands alone. */
  readonly name: string;
  readonly nameRange: TextRange;
  readonly parent: XmlElement | undefined;
  readonly attributes: readonly XmlAttribute[];
  /** From `<` to behind the `>` or `/>` (or to where the start tag was given up). */
  readonly startTag: TextRange;
  /** Whether the start tag has its `>`. */
  readonly startTagClosed: boolean;
  readonly selfClosing: boolean;
  readonly endTag: XmlEndTag | undefined;
  readonly children: readonly XmlNode[];
}

export interface XmlEndTag extends TextRange {
  readonly name: string;
  readonly nameRange: TextRange;
  /** Whether it has its `>`. */
  readonly closed: boolean;
}

export interface XmlAttribute extends TextRange {
  readonly owner: XmlElement;
  readonly name: string;
  readonly nameRange: TextRange;
  /** Offset of the `=`. */
  readonly equals: number | undefined;
  readonly quote: '"' | "'" | undefined;
  /** Between the quotes; where there are none, the unquoted word. `undefined` when no value was written at all. */
  readonly valueRange: TextRange | undefined;
  /** As written. */
  readonly rawValue: string;
  /** Entities and character references decoded, white space normalized as XML 1.0 section 3.3.3 says. */
  readonly value: string;
  /** Whether the closing quote is there. */
  readonly closed: boolean;
}

export interface XmlText extends TextRange {
  readonly kind: 'text';
  readonly parent: XmlElement | undefined;
  /** Decoded. */
  readonly value: string;
}

export interface XmlComment extends TextRange {
  readonly kind: 'comment';
  readonly parent: XmlElement | undefined;
  readonly value: string;
}

export interface XmlCData extends TextRange {
  readonly kind: 'cdata';
  readonly parent: XmlElement | undefined;
  readonly value: string;
}

export interface XmlProcessingInstruction extends TextRange {
  readonly kind: 'instruction';
  readonly parent: XmlElement | undefined;
  readonly target: string;
}

export interface XmlDoctype extends TextRange {
  readonly kind: 'doctype';
  readonly parent: XmlElement | undefined;
}
