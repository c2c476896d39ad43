import type { BoundElement } from '../../binding/model.ts';
import { insertAttribute, insertChild, replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument } from '../../xml/tree.ts';

/** Edits that give an interface this card, whether or not it has a `<model>` already. */
export function setModel(document: XmlDocument, { xml }: BoundElement, name: string): readonly TextEdit[] {
  const model = findChild(xml, 'model');
  if (!model) return insertChild(document, xml, `<model type='${name}'/>`, findChild(xml, 'source'));
  const type = findAttribute(model, 'type');
  return type ? replaceValue(document, type, name) : insertAttribute(document, model, 'type', name);
}
