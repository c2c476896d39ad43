import type { DocumentKind, ElementDeclaration } from '../schema/model.ts';
import { attributeValue, childElements } from '../xml/query.ts';
import type { XmlDocument, XmlElement } from '../xml/tree.ts';
import { findDeclaredChild } from './declaredChild.ts';
import { type BodyResolver, createBodyResolver } from './effectiveBody.ts';
import { identifyDocument } from './identifyDocument.ts';
import type { BoundDocument, BoundElement } from './model.ts';

export interface BindOptions {
  /** The document is said to be libvirt's: the root's name alone decides its kind. */
  readonly claimed?: boolean;
}

export type Binder = (xml: XmlDocument, options?: BindOptions) => BoundDocument;

/** Makes a binder for the kinds of documents given; it remembers the merged bodies from one document to the next. */
export function createBinder(kinds: readonly DocumentKind[]): Binder {
  const resolveBody = createBodyResolver();
  return (xml, options = {}) => {
    const claimed = options.claimed ?? false;
    const kind = xml.root && identifyDocument(xml.root, kinds, claimed);
    const elements = new Map<XmlElement, BoundElement>();
    const root = xml.root && kind && bindTree(xml.root, kind.root, resolveBody, elements);
    return { xml, kind, claimed, root, bound: element => elements.get(element) };
  };
}

interface Pending {
  readonly bound: BoundElement;
  readonly children: BoundElement[];
}

/** Binds an element and what is declared below it, with a list of its own instead of recursion: depth is the user's. */
function bindTree(
  xml: XmlElement,
  declaration: ElementDeclaration,
  resolveBody: BodyResolver,
  elements: Map<XmlElement, BoundElement>,
): BoundElement {
  const bindElement = (
    element: XmlElement,
    declared: ElementDeclaration,
    parent: BoundElement | undefined,
  ): Pending => {
    const children: BoundElement[] = [];
    const body = resolveBody(declared, name => attributeValue(element, name));
    const bound = { xml: element, declaration: declared, body, parent, children };
    elements.set(element, bound);
    return { bound, children };
  };
  const root = bindElement(xml, declaration, undefined);
  const pending = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const child of childElements(next.bound.xml)) {
      const declared = findDeclaredChild(next.bound.body, child);
      if (!declared) continue;
      const entry = bindElement(child, declared.element, next.bound);
      next.children.push(entry.bound);
      pending.push(entry);
    }
  }
  return root.bound;
}
