import type { SyntaxProblem } from './problems.ts';
import type { TextRange } from './range.ts';
import type { XmlAttribute, XmlElement, XmlEndTag, XmlNode, XmlText } from './tree.ts';

/**
 * What the scanner makes of a text: pieces that lie end to end and cover all of it. All but end tags are nodes of the
 * later tree already, not yet linked to each other; the parser links them.
 */
export type Token = ElementToken | EndTagToken | LeafToken;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A start tag; its `end`, `endTag`, `children` and `parent` are set when the tree is built. */
export type ElementToken = Mutable<Omit<XmlElement, 'children' | 'attributes' | 'parent'>> & {
  parent: ElementToken | undefined;
  children: TreeNode[];
  attributes: Mutable<XmlAttribute>[];
};

export interface EndTagToken extends XmlEndTag {
  readonly kind: 'endTag';
}

/** Everything that has no children. */
export type LeafToken = Mutable<Exclude<XmlNode, XmlElement>>;

export type TextToken = Mutable<XmlText>;

export type TreeNode = ElementToken | LeafToken;

/** The nodes at the top level, linked down and up. */
export interface Tree {
  readonly children: readonly TreeNode[];
  /** Offsets of end tags outside the root that no start tag belongs to. */
  readonly strayEndTags: readonly number[];
}

/** Takes a problem; the number that is kept is bounded. */
export type Report = (problem: SyntaxProblem) => void;

/** Where a token stands in the text; that of an element is its start tag. */
export function tokenRange(token: Token): TextRange {
  return token.kind === 'element' ? token.startTag : token;
}
