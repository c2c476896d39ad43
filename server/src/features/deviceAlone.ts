import { lineIndentation } from '../xml/indentation.ts';
import { ancestors } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';

/**
 * The tags around a device without its neighbours; on lines of their own and indented as they were, since recovery
 * from mistakes goes by indentation.
 */
export function standAlone(text: string, device: XmlElement): { readonly before: string; readonly after: string } {
  const onLine = (element: XmlElement, tag: string): string => `\n${lineIndentation(text, element.start)}${tag}`;
  const around = [...ancestors(device)];
  const startTags = around.map(element => onLine(element, text.slice(element.startTag.start, element.startTag.end)));
  return {
    before: startTags.toReversed().join('') + onLine(device, ''),
    after: around.map(element => onLine(element, `</${element.name}>`)).join(''),
  };
}

/** The element below `<devices>`, or the root of a fragment; none outside of devices. */
export function findDevice(near: XmlElement): XmlElement | undefined {
  let device = near;
  for (const parent of ancestors(near)) {
    if (parent.name === 'devices') return device;
    device = parent;
  }
  return device.name === 'domain' ? undefined : device;
}
