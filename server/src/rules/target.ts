import type { BoundElement } from '../binding/model.ts';
import type { Driver } from '../schema/documentation.ts';
import { attributeValue } from '../xml/query.ts';

/** What a document is meant for. */
export interface Target {
  readonly version: LibvirtVersion;
  readonly driver: Driver;
}

/** A release of libvirt: major, minor, micro. */
export type LibvirtVersion = readonly [major: number, minor: number, micro: number];

/** The newest release whose XML the catalogue declares. */
export const NEWEST_VERSION: LibvirtVersion = [12, 8, 0];

/** Reads `9.0.0`, `9.0` or `9`; `undefined` for anything else. */
export function parseVersion(text: string): LibvirtVersion | undefined {
  const parts = /^(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?$/.exec(text.trim());
  return parts ? [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)] : undefined;
}

export function formatVersion(version: LibvirtVersion): string {
  return version.join('.');
}

/** Whether a release is older than another one. */
export function isOlder(version: LibvirtVersion, other: LibvirtVersion): boolean {
  const differing = version.findIndex((part, index) => part !== other[index]);
  return differing >= 0 && (version[differing] ?? 0) < (other[differing] ?? 0);
}

/** What is wished for, else the newest libvirt and the driver that the document's own root tells. */
export function resolveTarget(root: BoundElement | undefined, wished: Partial<Target> = {}): Target {
  return {
    version: wished.version ?? NEWEST_VERSION,
    driver: wished.driver ?? (root ? driverOf(root) : 'qemu'),
  };
}

/** By `domain/@type`, as libvirt's virDomainVirtType names them; a fragment is taken for QEMU's, who knows hotplug. */
function driverOf(root: BoundElement): Driver {
  const type = root.declaration.name === 'domain' ? attributeValue(root.xml, 'type') : undefined;
  return DRIVER_BY_VIRT_TYPE.get(type ?? 'qemu') ?? 'qemu';
}

const DRIVER_BY_VIRT_TYPE: ReadonlyMap<string, Driver> = new Map([
  ['qemu', 'qemu'],
  ['kvm', 'qemu'],
  ['hvf', 'qemu'],
  ['lxc', 'lxc'],
  ['openvz', 'openvz'],
  ['test', 'test'],
  ['vmware', 'esx'],
  ['hyperv', 'hyperv'],
  ['vbox', 'vbox'],
  ['xen', 'xen'],
  ['bhyve', 'bhyve'],
  ['vz', 'vz'],
  ['parallels', 'vz'],
]);
