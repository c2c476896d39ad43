import type { RootShape } from './model.ts';

/**
 * Attributes by which the children of a libvirt network are known; other vocabularies have a `<network>` with a
 * `<name>`, and with an `<ip>` that is a text.
 */
const networkMarks: Readonly<Record<string, readonly string[]>> = {
  forward: ['mode', 'dev', 'managed'],
  bridge: ['name', 'stp', 'delay', 'zone', 'macTableManager'],
  ip: ['address', 'family', 'netmask', 'prefix', 'localPtr'],
  portgroup: ['name', 'default', 'trustGuestRxFilters'],
  virtualport: ['type'],
  mac: ['address'],
  mtu: ['size'],
  port: ['isolated'],
  domain: ['name', 'localOnly', 'register'],
  route: ['gateway', 'address', 'prefix', 'family'],
};

/** Children without attributes of their own that libvirt's network has besides. */
const otherNetworkChildren = new Set(['name', 'uuid', 'title', 'description', 'metadata', 'dns', 'vlan', 'bandwidth']);

const networkAttributes = new Set(['ipv6', 'trustGuestRxFilters', 'connections']);

/** Whether a `<network>` is libvirt's: a child that is marked, or a name with nothing but what libvirt's networks have. */
export function isNetwork({ name, attributes, childAttributes }: RootShape): boolean {
  // libvirt's own elements have no namespace.
  if (name !== 'network' || attributes.has('xmlns')) return false;
  const children = [...childAttributes];
  if (children.some(([child, written]) => networkMarks[child]?.some(mark => written.has(mark)))) return true;
  const known = children.every(
    ([child]) => otherNetworkChildren.has(child) || child in networkMarks || child.includes(':'),
  );
  const ownAttributes = [...attributes.keys()].every(each => networkAttributes.has(each) || each.startsWith('xmlns:'));
  return known && ownAttributes && (attributes.size > 0 || children.length > 1) && childAttributes.has('name');
}

const networkPortChildren = ['uuid', 'owner', 'mac', 'group', 'rxfilters', 'virtualport', 'plug', 'bandwidth', 'vlan'];

/** Whether a `<networkport>` is libvirt's. */
export function isNetworkPort({ name, childAttributes }: RootShape): boolean {
  return name === 'networkport' && networkPortChildren.some(child => childAttributes.has(child));
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

/** Children that both have. */
const sharedInterfaceChildren = ['mac', 'mtu', 'link', 'vlan'];

/**
 * A guest's `<interface>` and a host's share the name, the types `bridge` and `ethernet`, and the children `mac`,
 * `mtu`, `link` and `vlan`; the host's has a name, and none of the guest's children.
 */
export function isGuestInterface(root: RootShape, types: readonly string[]): boolean {
  if (root.name !== 'interface') return false;
  const guests = countChildren(root, guestInterfaceChildren);
  const hosts = root.attributes.has('name') || countChildren(root, hostInterfaceChildren) > 0;
  const type = root.attributes.get('type');
  if (type === undefined) return guests >= 2 || (guests === 1 && root.childAttributes.has('mac'));
  return guests >= 1 || (!hosts && types.includes(type));
}

/**
 * Whether an `<interface>` is one of the host. D-Bus and others have an `<interface name=…>` as well: without a type
 * that libvirt knows, the children must be libvirt's, unless the document is said to be libvirt's.
 */
export function isHostInterface(root: RootShape, types: readonly string[]): boolean {
  if (root.name !== 'interface' || countChildren(root, guestInterfaceChildren) > 0) return false;
  const named = root.attributes.has('name');
  const own = countChildren(root, hostInterfaceChildren);
  const shared = countChildren(root, sharedInterfaceChildren);
  const type = root.attributes.get('type');
  const typed = type !== undefined && types.includes(type);
  const familiar = own + shared > 0 || root.childAttributes.size === 0;
  if (typed) return named ? familiar : own > 0 || (type !== 'bridge' && type !== 'ethernet' && shared > 0);
  return named && (own > 0 || root.claimed);
}

function countChildren({ childAttributes }: RootShape, names: readonly string[]): number {
  return names.filter(name => childAttributes.has(name)).length;
}
