import type { Datatype } from './datatypes/datatype.ts';
import type { Documentation } from './documentation.ts';
import type { Limit } from './limit.ts';

export type { Limit } from './limit.ts';

/**
 * The catalogue's vocabulary: what libvirt allows, as values. One declaration serves completion, hover and
 * diagnostics. A declaration knows its children, never its parents; the value of an attribute can select parts of a
 * body (`variants`), as `interface/@type` does.
 */
export interface ElementDeclaration {
  /** With its usual prefix where it has a namespace: `qemu:commandline`. */
  readonly name: string;
  /** The namespace that a prefixed name belongs to; documents may bind another prefix to it. */
  readonly namespace?: string;
  readonly documentation: Documentation;
  /** Built on first use, so that nothing is built that the open document does not need. Made by `lazy`. */
  readonly body?: () => Body;
}

export interface Body {
  readonly attributes?: readonly AttributeDeclaration[];
  readonly children?: readonly ChildDeclaration[];
  /** Type of the text content; absent when only white space may stand between the tags. */
  readonly text?: Datatype;
  /** The inside is not declared: anything may stand there and nothing is said about it. */
  readonly open?: true;
  readonly variants?: readonly VariantSet[];
}

export interface AttributeDeclaration {
  readonly name: string;
  readonly documentation: Documentation;
  readonly type: Datatype;
  readonly required?: true;
  /** Set when libvirt's schema lets it pass here although it does nothing, or fails later. */
  readonly limit?: Limit;
  /** What completion and quick fixes write as its value, where the type alone offers nothing good; `${1:name}` not allowed. */
  readonly sample?: string;
}

export interface ChildDeclaration {
  readonly element: ElementDeclaration;
  readonly required?: true;
  /** May stand more than once; otherwise a second one is a finding (libvirt reads the first). */
  readonly repeatable?: true;
  readonly limit?: Limit;
}

/** Parts of a body that depend on the value of one of the element's own attributes. */
export interface VariantSet {
  /** The attribute that decides. It is declared in the body itself. */
  readonly attribute: string;
  /** The case that applies when the attribute is not written; absent: what any case allows is allowed, nothing is required. */
  readonly whenAbsent?: string;
  /** By the attribute's value. A case's attributes and children come on top of the body's and win over those of the same name. */
  readonly cases: Readonly<Record<string, () => Body>>;
}

/** The kind of a whole document: how it is recognised, what its root is. */
export interface DocumentKind {
  readonly id: DocumentKindId;
  /** For the status bar: "libvirt domain". */
  readonly label: string;
  readonly root: ElementDeclaration;
  /** Tells by name and shape, never by the name alone, whether a root element is of this kind. */
  readonly matches: (root: RootShape) => boolean;
}

export type DocumentKindId = 'domain' | 'device' | 'network' | 'networkport' | 'hostInterface';

/** What `DocumentKind.matches` may look at. */
export interface RootShape {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The names of the child elements, each with the names of the attributes that they have. */
  readonly childAttributes: ReadonlyMap<string, ReadonlySet<string>>;
  /** The document is said to be libvirt's, whatever it looks like. */
  readonly claimed: boolean;
}

/** Defers building a body until it is asked for, and builds it once. */
export function lazy<T>(build: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= build());
}
