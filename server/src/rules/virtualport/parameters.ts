import type { BoundElement } from '../../binding/model.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import type { ElementDeclaration } from '../../schema/model.ts';
import { network } from '../../schema/network/network.ts';
import { networkPort } from '../../schema/network/networkPort.ts';
import { portgroup } from '../../schema/network/portgroup.ts';
import { virtualportParameters } from '../../schema/network/virtualport.ts';
import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import { selectedType } from '../interface/selectedType.ts';

export type VirtualportType = keyof typeof virtualportParameters;

/** What libvirt demands of each type, in the order of its checks (`virNetDevVPortProfileCheckComplete`). */
export const requiredParameters: Readonly<Record<VirtualportType, readonly string[]>> = {
  '802.1Qbg': ['managerid', 'typeid', 'typeidversion'],
  '802.1Qbh': ['profileid'],
  openvswitch: [],
  midonet: ['interfaceid'],
};

/** The virtual port types that do something, by interface type; a network may be of any kind. Other interface types have none. */
export const usableTypes: ReadonlyMap<string, readonly VirtualportType[]> = new Map([
  ['network', ['openvswitch', '802.1Qbg', '802.1Qbh', 'midonet']],
  ['bridge', ['openvswitch', 'midonet']],
  ['direct', ['802.1Qbh', '802.1Qbg']],
  ['hostdev', ['802.1Qbh']],
]);

/** The elements that have a virtual port: interfaces, and the networks whose ports they get. */
export const virtualportHolders: readonly ElementDeclaration[] = [interfaceDevice, network, portgroup, networkPort];

/** The virtual port of an interface, where the interface type can have one, or of a network. */
export interface Virtualport {
  readonly xml: XmlElement;
  /** The type of the interface; `network` for networks, their port groups and ports. */
  readonly interfaceType: string;
  /** `undefined` when not written or none that libvirt knows. */
  readonly type: VirtualportType | undefined;
  readonly typeAttribute: XmlAttribute | undefined;
  readonly parameters: XmlElement | undefined;
}

export function findVirtualport(element: BoundElement): Virtualport | undefined {
  const interfaceType = element.declaration === interfaceDevice ? selectedType(element) : 'network';
  const xml = findChild(element.xml, 'virtualport');
  if (!xml || interfaceType === undefined || !usableTypes.has(interfaceType)) return undefined;
  const typeAttribute = findAttribute(xml, 'type');
  const written = typeAttribute?.value;
  const type = written !== undefined && isVirtualportType(written) ? written : undefined;
  return { xml, interfaceType, type, typeAttribute, parameters: findChild(xml, 'parameters') };
}

function isVirtualportType(value: string): value is VirtualportType {
  return Object.hasOwn(virtualportParameters, value);
}

/** The parameters that a type takes, by libvirt's schema. */
export function allowedParameters(type: VirtualportType): readonly string[] {
  return (virtualportParameters[type].body?.().attributes ?? []).map(({ name }) => name);
}

/** All names of parameters, of whatever type. */
export const parameterNames: ReadonlySet<string> = new Set(
  (['802.1Qbg', '802.1Qbh', 'openvswitch', 'midonet'] as const).flatMap(allowedParameters),
);

/** The parameters that are written, in the place where libvirt reads them. */
export function writtenParameters({ parameters }: Virtualport): readonly XmlAttribute[] {
  return parameters?.attributes.filter(({ name }) => parameterNames.has(name)) ?? [];
}

/** The parameters that are written as attributes of `<virtualport>` itself, where libvirt does not look. */
export function misplacedParameters({ xml }: Virtualport): readonly XmlAttribute[] {
  return xml.attributes.filter(({ name }) => parameterNames.has(name));
}

/** The required parameters of a type that are not there, wherever they may stand; an empty profileid counts as none. */
export function missingParameters(virtualport: Virtualport, type: VirtualportType): readonly string[] {
  const { xml, parameters } = virtualport;
  return requiredParameters[type].filter(name => {
    const places = [parameters, xml].filter(place => place !== undefined && findAttribute(place, name));
    return !places.some(place => place && (name !== 'profileid' || attributeValue(place, name) !== ''));
  });
}

/** The types usable on the interface that take every parameter written; none when nothing is written. */
export function fittingTypes(virtualport: Virtualport): readonly VirtualportType[] {
  const usable = usableTypes.get(virtualport.interfaceType) ?? [];
  return namesOf(virtualport).length === 0 ? [] : usable.filter(type => takesAll(virtualport, type));
}

/** The other types to which all parameters written belong, when not all belong to this one. */
export function conversions(virtualport: Virtualport, type: VirtualportType): readonly VirtualportType[] {
  return takesAll(virtualport, type) ? [] : fittingTypes(virtualport);
}

function takesAll(virtualport: Virtualport, type: VirtualportType): boolean {
  const allowed = allowedParameters(type);
  return namesOf(virtualport).every(name => allowed.includes(name));
}

function namesOf(virtualport: Virtualport): readonly string[] {
  return [...writtenParameters(virtualport), ...misplacedParameters(virtualport)].map(({ name }) => name);
}
