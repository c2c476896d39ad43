import type { BoundElement } from '../../binding/model.ts';
import { insertAttribute, insertChild, replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import { selectedType } from '../interface/selectedType.ts';

/** The types of interface that passt can serve. */
export function canUsePasst(type: string | undefined): boolean {
  return type === 'user' || type === 'vhostuser';
}

/** Whether passt serves the interface. */
export function usesPasst({ xml }: BoundElement): boolean {
  const backend = findChild(xml, 'backend');
  return backend !== undefined && attributeValue(backend, 'type') === 'passt';
}

/** Whether the guest is in a network of its own in user space: SLIRP's or passt's, which hand out its addresses. */
export function isInUserSpace(element: BoundElement): boolean {
  const type = selectedType(element);
  return type === 'user' || (type === 'vhostuser' && usesPasst(element));
}

/** Makes passt the back end of an interface that has none, or another one; what passt then does without stays. */
export function choosePasst(document: XmlDocument, { xml }: BoundElement): Fix {
  const backend = findChild(xml, 'backend');
  const type = backend && findAttribute(backend, 'type');
  return {
    title: backend ? "Set type='passt' on <backend>" : "Add <backend type='passt'/>",
    edits: type
      ? replaceValue(document, type, 'passt')
      : backend
        ? insertAttribute(document, backend, 'type', 'passt')
        : insertChild(document, xml, "<backend type='passt'/>"),
  };
}
