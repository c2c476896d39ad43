import { findAttribute, findChild, textContent } from '../xml/query.ts';
import type { TextRange } from '../xml/range.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { ElementPlace, PlacedValue } from './model.ts';

/** An attribute's value with its place; `undefined` where nothing is written, or its closing quote is missing. */
export function placedAttribute(element: XmlElement | undefined, name: string): PlacedValue | undefined {
  const attribute = element && findAttribute(element, name);
  return attribute?.valueRange && attribute.closed && attribute.value !== ''
    ? { value: attribute.value, range: attribute.valueRange }
    : undefined;
}

/** The text of a child without the white space around it, with its place. */
export function placedText(parent: XmlElement, name: string): PlacedValue | undefined {
  const child = findChild(parent, name);
  const range = child && textRange(child);
  return child && range && { value: textContent(child).trim(), range };
}

/** Where an element's text stands, without the white space around it; `undefined` for none, or one in several pieces. */
export function textRange(element: XmlElement): TextRange | undefined {
  const [text, ...others] = element.children;
  if (text?.kind !== 'text' || others.length > 0) return undefined;
  const value = textContent(element);
  const trimmed = value.trim();
  // With entities the text is longer than its value; then the whole of it is the place.
  const exact = text.end - text.start === value.length;
  if (trimmed === '') return undefined;
  const start = text.start + (exact ? value.indexOf(trimmed) : 0);
  return { start, end: exact ? start + trimmed.length : text.end };
}

export function placeOf({ nameRange, start, end }: XmlElement): ElementPlace {
  return { name: nameRange, whole: { start, end } };
}
