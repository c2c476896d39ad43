import type { ChildDeclaration } from '../schema/model.ts';
import { ancestors, attributeValue } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { EffectiveBody } from './model.ts';

/**
 * The declaration of a child element. What has an XML namespace is found by that, whatever prefix the document binds to
 * it: `qemu:commandline`, `q:commandline` and `<commandline xmlns='http://libvirt.org/schemas/domain/qemu/1.0'>` are one.
 */
export function findDeclaredChild(body: EffectiveBody, child: XmlElement): ChildDeclaration | undefined {
  const namespace = findNamespace(child);
  if (namespace === undefined) return body.children.get(child.name);
  const localName = child.name.slice(child.name.indexOf(':') + 1);
  for (const declared of body.children.values()) {
    const { element } = declared;
    if (element.namespace === namespace && element.name.endsWith(`:${localName}`)) return declared;
  }
  return undefined;
}

/** The namespace that the document binds to the element's prefix, or that the element itself declares; libvirt's own names have none. */
export function findNamespace(element: XmlElement): string | undefined {
  const colon = element.name.indexOf(':');
  if (colon < 0) return attributeValue(element, 'xmlns') || undefined;
  const declaration = `xmlns:${element.name.slice(0, colon)}`;
  const own = attributeValue(element, declaration);
  if (own !== undefined) return own;
  for (const ancestor of ancestors(element)) {
    const value = attributeValue(ancestor, declaration);
    if (value !== undefined) return value;
  }
  return undefined;
}
