import type { BoundElement } from '../../binding/model.ts';
import type { Driver } from '../../schema/documentation.ts';
import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import { selectedType } from '../interface/selectedType.ts';

/** The interface types for which libvirt makes a tap or macvtap device on the host, so that the name in `<target>` counts. */
const namedTypes = new Set<string | undefined>(['network', 'bridge', 'direct', 'ethernet']);

/** The drivers that make that device, on Linux or FreeBSD. */
const namingDrivers = new Set<Driver>(['qemu', 'lxc', 'xen', 'bhyve', 'ch']);

export interface TargetDevice {
  readonly target: XmlElement;
  readonly dev: XmlAttribute;
  /** False with `managed='no'`: the device is there already and libvirt only uses it. */
  readonly managed: boolean;
}

/** The name that an interface gives to its device on the host. */
export function targetDevice(element: BoundElement): TargetDevice | undefined {
  const target = findChild(element.xml, 'target');
  const dev = target && findAttribute(target, 'dev');
  return target && dev?.value && dev.closed
    ? { target, dev, managed: attributeValue(target, 'managed') !== 'no' }
    : undefined;
}

/** The same, when libvirt makes such a device under this very name. */
export function namedDevice(element: BoundElement, driver: Driver): TargetDevice | undefined {
  const makesDevice = namedTypes.has(selectedType(element)) && namingDrivers.has(driver);
  const device = makesDevice ? targetDevice(element) : undefined;
  const dropped = device?.managed === true && reservedPrefix(device.dev.value, driver) !== undefined;
  return dropped ? undefined : device;
}

/** The prefix of names that libvirt gives out itself (`virDomainNetDefParseXML` drops them), if the name has one. */
export function reservedPrefix(name: string, driver: Driver): string | undefined {
  const prefixes = driver === 'xen' ? [...generatedPrefixes, 'vif'] : generatedPrefixes;
  return prefixes.find(prefix => name.startsWith(prefix));
}

const generatedPrefixes: readonly string[] = ['vnet', 'macvtap', 'macvlan'];
