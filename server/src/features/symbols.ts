import type { BoundDocument } from '../binding/model.ts';
import { attributeValue, childElements, textContent } from '../xml/query.ts';
import type { TextRange } from '../xml/range.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { DocumentSymbol, SymbolKind } from './model.ts';
import { labelDevice } from './symbolsDevice.ts';
import { labelInterface } from './symbolsInterface.ts';

/** Deeper than any document of libvirt; what lies below is left out. */
const MAX_DEPTH = 16;
const MAX_DETAIL = 60;

/** The outline: the domain by its name, each device by what tells it from its like, everything else by its values. */
export function findSymbols(document: BoundDocument): readonly DocumentSymbol[] {
  const { root } = document.xml;
  if (document.kind === undefined || root === undefined) return [];
  return [symbolOf(root, undefined, 1)];
}

function symbolOf(element: XmlElement, parent: XmlElement | undefined, depth: number): DocumentSymbol {
  const children = depth < MAX_DEPTH ? childElements(element).filter(child => child.name !== '') : [];
  return {
    ...labelOf(element, parent),
    range: { start: element.start, end: element.end },
    selectionRange: selectionRangeOf(element),
    children: children.map(child => symbolOf(child, element, depth + 1)),
  };
}

interface Label {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
}

function labelOf(element: XmlElement, parent: XmlElement | undefined): Label {
  const inDevices = parent === undefined || parent.name === 'devices';
  if (element.name === 'domain' && parent === undefined) return labelDomain(element);
  if (element.name === 'interface' && inDevices) {
    const name = labelInterface(element);
    return name === '' ? { name: 'interface', kind: 'interface' } : { name, detail: 'interface', kind: 'interface' };
  }
  if (inDevices) return withDetail(element.name, labelDevice(element) || valuesOf(element), 'device');
  return withDetail(element.name, valuesOf(element), childElements(element).length > 0 ? 'element' : 'property');
}

function labelDomain(domain: XmlElement): Label {
  const name = childElements(domain).find(child => child.name === 'name');
  const type = attributeValue(domain, 'type') ?? '';
  const label = name === undefined ? '' : oneLine(textContent(name));
  if (label === '') return withDetail('domain', type, 'document');
  return withDetail(label, `domain ${type}`.trimEnd(), 'document');
}

function withDetail(name: string, detail: string, kind: SymbolKind): Label {
  return detail === '' ? { name, kind } : { name, detail, kind };
}

/** An element's text when it has no children, behind the values of its attributes. */
function valuesOf(element: XmlElement): string {
  const text = childElements(element).length === 0 ? textContent(element) : '';
  return oneLine([...element.attributes.map(attribute => attribute.value), text].join(' '));
}

function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * MAX_DETAIL)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MAX_DETAIL ? `${line.slice(0, MAX_DETAIL - 1)}…` : line;
}

function selectionRangeOf({ name, nameRange, startTag }: XmlElement): TextRange {
  return name === '' ? startTag : nameRange;
}
