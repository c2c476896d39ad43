import type { BoundDocument } from '../../binding/model.ts';
import { locate, type XmlLocation } from '../../xml/locate.ts';
import type { TextRange } from '../../xml/range.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { Hover } from '../model.ts';
import { hoverAttribute } from './hoverAttribute.ts';
import { hoverElement, hoverMisplacedElement } from './hoverElement.ts';
import type { HoverOptions } from './hoverOptions.ts';
import { hoverText } from './hoverText.ts';
import { hoverValue } from './hoverValue.ts';

/** What the name, value or text at an offset means. */
export function doHover(document: BoundDocument, offset: number, options: HoverOptions): Hover | undefined {
  if (!document.kind) return undefined;
  const location = locate(document.xml, offset);
  const contents = describe(document, location, options);
  const range = trimRange(document.xml.text, location.range);
  // A place in front of the quote or the slash belongs to nothing that is written.
  const touches = range.start <= location.offset && location.offset <= range.end;
  return contents && touches && range.end > range.start ? { contents, range } : undefined;
}

function describe(document: BoundDocument, location: XmlLocation, options: HoverOptions): string | undefined {
  const { links } = options;
  switch (location.kind) {
    case 'tagName':
    case 'endTagName':
      return location.element && describeElement(document, location.element, options);
    case 'attributeName': {
      const element = document.bound(location.element);
      return element && hoverAttribute(element, location.attribute, links);
    }
    case 'attributeValue': {
      const element = document.bound(location.element);
      return element && hoverValue(element, location.attribute, options);
    }
    case 'content': {
      const element = location.parent && document.bound(location.parent);
      return element && hoverText(element, options);
    }
    default:
      return undefined;
  }
}

function describeElement(document: BoundDocument, element: XmlElement, options: HoverOptions): string | undefined {
  const bound = document.bound(element);
  if (bound) return hoverElement(bound, options);
  const parent = element.parent && document.bound(element.parent);
  return parent && hoverMisplacedElement(parent, element);
}

/** Without the white space around it: a hover is for what is written. */
function trimRange(text: string, { start, end }: TextRange): TextRange {
  const written = text.slice(start, end);
  const left = written.length - written.trimStart().length;
  return { start: Math.min(start + left, end), end: start + Math.max(written.trimEnd().length, left) };
}
