import { identifyDocument } from '../binding/identifyDocument.ts';
import type { DocumentKind } from '../schema/model.ts';
import { findLineStarts } from '../xml/lines.ts';
import { childElements, findChild, findChildren } from '../xml/query.ts';
import type { XmlDocument, XmlElement } from '../xml/tree.ts';
import { readHostDevice, readInterface } from './interfaceFacts.ts';
import type { FileFacts, FileKind, PlacedValue } from './model.ts';
import { readNames } from './names.ts';
import { readNetwork } from './networkFacts.ts';
import { readInsertions } from './networkInsertions.ts';
import { placedAttribute, placedText, placeOf } from './placed.ts';

export type FactsReader = (uri: string, xml: XmlDocument) => FileFacts | undefined;

/** Makes the function that takes from a file what the workspace remembers of it; `undefined` for what is none of libvirt's. */
export function createFactsReader(kinds: readonly DocumentKind[]): FactsReader {
  return (uri, xml) => {
    const kind = xml.root && kindOf(xml.root, kinds);
    if (!xml.root || !kind) return undefined;
    const facts = readFacts(uri, kind, xml, xml.root);
    // Values are slices that would keep the whole text alive: the copy has strings of its own, and no `undefined`.
    const copy: FileFacts = JSON.parse(JSON.stringify(facts));
    return copy;
  };
}

/** The roots of the files that are worth parsing. */
export const factRoots: ReadonlySet<string> = new Set(['domain', 'interface', 'network', 'filter']);

function kindOf(root: XmlElement, kinds: readonly DocumentKind[]): FileKind | undefined {
  if (root.name === 'filter') {
    const known = childElements(root).every(({ name }) => filterChildren.has(name));
    return known && placedAttribute(root, 'name') ? 'filter' : undefined;
  }
  const id = identifyDocument(root, kinds, false)?.id;
  return id === 'networkport' ? undefined : id;
}

/** Other vocabularies have filters as well; one with anything else inside is theirs. */
const filterChildren = new Set(['uuid', 'rule', 'filterref']);

function readFacts(uri: string, kind: FileKind, xml: XmlDocument, root: XmlElement): FileFacts {
  const devices = kind === 'domain' ? findDevices(root) : kind === 'device' ? [root] : [];
  const uuid = placedText(root, 'uuid');
  return {
    uri,
    kind,
    template: xml.template && true,
    lineStarts: findLineStarts(xml.text),
    root: placeOf(root),
    name: kind === 'domain' || kind === 'network' ? placedText(root, 'name') : placedAttribute(root, 'name'),
    uuid: uuid && { ...uuid, value: normalizeUuid(uuid.value) },
    interfaces: devices.filter(({ name }) => name === 'interface').map(readInterface),
    hostDevices: devices.flatMap(device => readHostDevice(device) ?? []),
    network: kind === 'network' ? readNetwork(root) : undefined,
    insertions: kind === 'network' ? readInsertions(xml, root) : undefined,
    enslaved: kind === 'hostInterface' ? readEnslaved(root) : [],
    names: readNames(xml),
  };
}

/** libvirt reads a UUID with or without hyphens, in any case. */
export function normalizeUuid(text: string): string {
  return text.toLowerCase().replaceAll(/[-\s]/g, '');
}

function findDevices(root: XmlElement): readonly XmlElement[] {
  const devices = findChild(root, 'devices');
  return devices ? childElements(devices) : [];
}

/** The devices that a host's bridge or bond takes for itself. */
function readEnslaved(root: XmlElement): readonly PlacedValue[] {
  const masters = childElements(root).filter(({ name }) => name === 'bridge' || name === 'bond');
  return masters
    .flatMap(master => findChildren(master, 'interface'))
    .flatMap(port => [
      placedAttribute(port, 'name') ?? [],
      ...findChildren(port, 'bond').flatMap(bond =>
        findChildren(bond, 'interface').map(slave => placedAttribute(slave, 'name') ?? []),
      ),
    ])
    .flat();
}
