import type { Datatype } from '../schema/datatypes/datatype.ts';
import type {
  AttributeDeclaration,
  ChildDeclaration,
  DocumentKind,
  ElementDeclaration,
  VariantSet,
} from '../schema/model.ts';
import type { XmlDocument, XmlElement } from '../xml/tree.ts';

/** An XmlDocument with the declarations that apply to its elements. */
export interface BoundDocument {
  readonly xml: XmlDocument;
  /** `undefined` when the document is none of ours: nothing is said about it. */
  readonly kind: DocumentKind | undefined;
  /** The document is said to be libvirt's, whatever its text looks like so far. */
  readonly claimed: boolean;
  readonly root: BoundElement | undefined;
  /** The bound form of an element; `undefined` for unknown elements and everything inside them. */
  readonly bound: (element: XmlElement) => BoundElement | undefined;
}

export interface BoundElement {
  readonly xml: XmlElement;
  readonly declaration: ElementDeclaration;
  readonly body: EffectiveBody;
  readonly parent: BoundElement | undefined;
  /** The child elements that are declared, in document order. */
  readonly children: readonly BoundElement[];
}

/** A body with the variants that the element's attributes select merged in. Shared between elements that select alike. */
export interface EffectiveBody {
  readonly attributes: ReadonlyMap<string, AttributeDeclaration>;
  readonly children: ReadonlyMap<string, ChildDeclaration>;
  readonly text: Datatype | undefined;
  readonly open: boolean;
  readonly selections: readonly Selection[];
}

/** What became of one variant set. */
export interface Selection {
  readonly variants: VariantSet;
  /** The case that applies; `undefined` when the deciding attribute is missing or its value is none of the cases. */
  readonly selected: string | undefined;
}
