import { interfaceDevice } from './domain/devices/interface/interface.ts';
import { interfaceTypes } from './domain/devices/interface/interfaceType.ts';
import { domain } from './domain/domain.ts';
import type { DocumentKind, RootShape } from './model.ts';

/** The kinds of document that the catalogue declares, each told apart by its shape. */
export const documentKinds: readonly DocumentKind[] = [
  { id: 'domain', label: 'libvirt domain', root: domain, matches: isDomain },
  { id: 'device', label: 'libvirt device fragment', root: interfaceDevice, matches: isGuestInterface },
];

/** Children that no other vocabulary's `<domain>` is likely to have. */
const domainChildren = ['devices', 'memory', 'currentMemory', 'vcpu', 'on_poweroff', 'on_reboot', 'memoryBacking'];

function isDomain(root: RootShape): boolean {
  const type = root.attributes.get('type');
  const hypervisor = type !== undefined && isHypervisor(type);
  return root.name === 'domain' && (hypervisor || domainChildren.some(name => root.childNames.has(name)));
}

function isHypervisor(type: string): boolean {
  const declared = domain.body?.().attributes?.find(attribute => attribute.name === 'type');
  return declared?.type.values?.some(entry => entry.value === type) ?? false;
}

/** Children of a guest's interface that the host's (`virsh iface-define`) does not have. */
const guestInterfaceChildren = [
  'source',
  'model',
  'target',
  'virtualport',
  'driver',
  'filterref',
  'bandwidth',
  'boot',
  'alias',
  'address',
];

/** Children that only a host's interface has. */
const hostInterfaceChildren = ['protocol', 'start', 'bridge', 'bond'];

/**
 * A guest's `<interface>` and a host's share the name, the types `bridge` and `ethernet`, and the children `mac`,
 * `mtu`, `link` and `vlan`; the host's has a name, and none of the guest's children.
 */
function isGuestInterface(root: RootShape): boolean {
  if (root.name !== 'interface') {
    return false;
  }
  const guests = guestInterfaceChildren.filter(name => root.childNames.has(name)).length;
  const hosts = root.attributes.has('name') || hostInterfaceChildren.some(name => root.childNames.has(name));
  const type = root.attributes.get('type');
  if (type === undefined) {
    return guests >= 2 || (guests === 1 && root.childNames.has('mac'));
  }
  return guests >= 1 || (!hosts && interfaceTypes.some(known => known === type));
}
