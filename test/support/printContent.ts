import { walkElements } from '../../server/src/xml/query.ts';
import type { XmlNode } from '../../server/src/xml/tree.ts';
import { parseBound } from './bound.ts';

/** All that formatting may not change: everything but white space beside child elements, or in elements that have no text. */
export function printContent(text: string): string {
  const { xml, bound } = parseBound(text);
  const printed = [printNodes(text, xml.children, true)];
  for (const element of walkElements(xml)) {
    const body = bound(element)?.body;
    const isBare = body !== undefined && !body.open && body.text === undefined;
    const hasElements = element.children.some(node => node.kind === 'element');
    const written = element.attributes.map(({ name, rawValue, quote }) => `${name}=${quote}${rawValue}${quote}`);
    const content = printNodes(text, element.children, isBare || hasElements);
    printed.push(`<${element.name} ${written.join(' ')}>${content}</${element.endTag?.name}>`);
  }
  return printed.join('\n');
}

function printNodes(text: string, nodes: readonly XmlNode[], mayLoseBlanks: boolean): string {
  const isBlank = (node: XmlNode) => node.kind === 'text' && /^[ \t\r\n]*$/.test(text.slice(node.start, node.end));
  const isMixed = nodes.some(node => node.kind === 'cdata' || (node.kind === 'text' && !isBlank(node)));
  return nodes
    .filter(node => isMixed || !mayLoseBlanks || !isBlank(node))
    .map(node => (node.kind === 'element' ? `(${node.name})` : text.slice(node.start, node.end)))
    .join('|');
}
