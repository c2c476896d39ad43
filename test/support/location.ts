import { expect } from 'vitest';
import { locate, type XmlLocation } from '../../server/src/xml/locate.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { parseMarked } from './marker.ts';

/**
 * Checks what stands at each `|` of a text, in words: `attributeValue mode 'br' of source in interface`,
 * `content in devices`, `startTag of source in interface, needs space`.
 */
export function checkLocations(marked: string, ...expected: readonly string[]): void {
  const { text, cursors } = parseMarked(marked);
  const document = parseXml(text);
  expect(cursors.map(cursor => describe(text, locate(document, cursor)))).toEqual(expected);
}

function describe(text: string, location: XmlLocation): string {
  const { kind, range, element, parent } = location;
  const written = text.slice(range.start, range.end);
  const parts: string[] = [kind];
  if ('attribute' in location) parts.push(location.attribute.name);
  if (written !== '' && kind !== 'attributeName') parts.push(`'${written}'`);
  if (element !== undefined) parts.push(`of ${element.name || '?'}`);
  if (parent !== undefined) parts.push(`in ${parent.name}`);
  return parts.join(' ') + ('needsSpace' in location && location.needsSpace ? ', needs space' : '');
}
