import { isBlank } from './characters.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from './tree.ts';

/** The first attribute of the name: the one that counts. */
export function findAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  for (const attribute of element.attributes) if (attribute.name === name) return attribute;
  return undefined;
}

/** The decoded value of an attribute; `undefined` when it is not written, or written without a value. */
export function attributeValue(element: XmlElement, name: string): string | undefined {
  const attribute = findAttribute(element, name);
  return attribute?.valueRange === undefined ? undefined : attribute.value;
}

/** The child elements in document order. */
export function childElements(element: XmlElement): readonly XmlElement[] {
  // Most elements have no children, and many rules ask.
  return element.children.length === 0 ? NONE : element.children.filter(child => child.kind === 'element');
}

const NONE: readonly XmlElement[] = [];

/** The first child element of the name: the one that libvirt reads. */
export function findChild(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) if (child.kind === 'element' && child.name === name) return child;
  return undefined;
}

export function findChildren(element: XmlElement, name: string): readonly XmlElement[] {
  return childElements(element).filter(child => child.name === name);
}

/** All elements of the document in document order. */
export function* walkElements(document: XmlDocument): Generator<XmlElement, void, undefined> {
  const path = [{ nodes: document.children, next: 0 }];
  for (let level = path.at(-1); level !== undefined; level = path.at(-1)) {
    const node = level.nodes[level.next++];
    if (node === undefined) {
      path.pop();
    } else if (node.kind === 'element') {
      yield node;
      if (node.children.length > 0) path.push({ nodes: node.children, next: 0 });
    }
  }
}

/** The element's own text and CDATA sections joined, decoded; texts inside child elements do not count. */
export function textContent(element: XmlElement): string {
  let text = '';
  for (const child of element.children) if (child.kind === 'text' || child.kind === 'cdata') text += child.value;
  return text;
}

/** Whether nothing but white space stands between the tags. */
export function isEmpty(document: XmlDocument, element: XmlElement): boolean {
  return element.children.every(child => child.kind === 'text' && isBlank(document.text, child.start, child.end));
}

/** The enclosing elements from the parent outwards. */
export function* ancestors(element: XmlElement): Generator<XmlElement, void, undefined> {
  for (let parent = element.parent; parent !== undefined; parent = parent.parent) yield parent;
}
