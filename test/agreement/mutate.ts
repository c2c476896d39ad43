import {
  insertAttribute,
  insertBehind,
  insertChild,
  removeAttribute,
  removeElement,
  renameAttribute,
  renameElement,
  replaceText,
  replaceValue,
} from '../../server/src/xml/edit.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { walkElements } from '../../server/src/xml/query.ts';
import type { TextEdit } from '../../server/src/xml/range.ts';
import { applyEdits } from '../support/applyEdits.ts';

/** What people put where something else belongs. */
const VALUES = ['', ' ', 'x', 'X Y', '-1', '0', '08', '4096', '65536', '99999999999', '0x1g', 'yes', 'no', '10.0.0.1'];

/**
 * The document with one mistake each, everywhere inside the elements of one name (or below the root, when that is
 * what it is called): a value replaced, an attribute or an element taken out, renamed, doubled, or added.
 */
export function* mutate(text: string, name: string): Generator<string, void, undefined> {
  const document = parseXml(text);
  const change = (edits: readonly TextEdit[]) => applyEdits(text, edits);
  for (const element of walkElements(document)) {
    let place: typeof element | undefined = element;
    while (place && place.name !== name) place = place.parent;
    if (!place) continue;
    for (const attribute of element.attributes) {
      for (const value of VALUES) yield change(replaceValue(document, attribute, value));
      yield change(replaceValue(document, attribute, attribute.value.toUpperCase()));
      yield change(removeAttribute(document, attribute));
      yield change(renameAttribute(document, attribute, `${attribute.name}x`));
    }
    yield change(insertAttribute(document, element, 'bogus', '1'));
    yield change(insertChild(document, element, '<bogus/>'));
    // Two of the place itself would be two devices, or two roots.
    if (element === place) continue;
    yield change(removeElement(document, element));
    yield change(renameElement(document, element, `${element.name}s`));
    yield change(insertBehind(document, element, text.slice(element.start, element.end)));
    yield change(replaceText(document, element, 'x'));
  }
}
