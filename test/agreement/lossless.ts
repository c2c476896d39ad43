import { DOMParser, type Element } from '@xmldom/xmldom';

/**
 * Whether all that a document says about its interfaces (or about its network) stands in what libvirt wrote down of
 * it; what libvirt adds does not count, nor how it writes a number.
 */
export function isLossless(document: string, dump: string): boolean {
  const kept = listStatements(dump);
  return listStatements(document).every(statement => {
    const at = kept.indexOf(statement);
    if (at >= 0) kept.splice(at, 1);
    return at >= 0;
  });
}

/** What is said, one thing a string: `interface/source@dev=eth0`. */
function listStatements(text: string): string[] {
  const root = new DOMParser({ onError: () => undefined }).parseFromString(text, 'text/xml').documentElement;
  if (!root) return [];
  const parts = root.nodeName === 'domain' ? [...root.getElementsByTagName('interface')] : [root];
  return parts.flatMap(part => describe(part, part.nodeName));
}

function describe(element: Element, path: string): string[] {
  const children = [...element.childNodes];
  const text = children
    .filter(node => node.nodeType === node.TEXT_NODE)
    .map(node => node.nodeValue ?? '')
    .join('')
    .trim();
  return [
    path,
    ...[...element.attributes].map(({ name, value }) => `${path}@${name}=${normalize(value)}`),
    ...(text === '' ? [] : [`${path}=${normalize(text)}`]),
    ...children.flatMap(node => (isElement(node) ? describe(node, `${path}/${node.nodeName}`) : [])),
  ];
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}

function normalize(value: string): string {
  return /^(?:0x[0-9a-f]+|\d+)$/i.test(value) ? String(Number(value)) : value.toLowerCase();
}
