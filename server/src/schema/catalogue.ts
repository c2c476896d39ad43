import { isGuestInterface, isHostInterface, isNetwork, isNetworkPort } from './documentShape.ts';
import { interfaceDevice } from './domain/devices/interface/interface.ts';
import { interfaceTypes } from './domain/devices/interface/interfaceType.ts';
import { domain } from './domain/domain.ts';
import { hostInterface, hostInterfaceTypes } from './host/hostInterface.ts';
import type { DocumentKind, RootShape } from './model.ts';
import { network } from './network/network.ts';
import { networkPort } from './network/networkPort.ts';

/** The kinds of document that the catalogue declares, each told apart by its shape. */
export const documentKinds: readonly DocumentKind[] = [
  { id: 'domain', label: 'libvirt domain', root: domain, matches: isDomain },
  {
    id: 'device',
    label: 'libvirt device fragment',
    root: interfaceDevice,
    matches: root => isGuestInterface(root, interfaceTypes),
  },
  { id: 'network', label: 'libvirt network', root: network, matches: isNetwork },
  { id: 'networkport', label: 'libvirt network port', root: networkPort, matches: isNetworkPort },
  {
    id: 'hostInterface',
    label: 'libvirt host interface',
    root: hostInterface,
    matches: root => isHostInterface(root, [...hostInterfaceTypes, ...interfaceTypes]),
  },
];

/** Children that no other vocabulary's `<domain>` is likely to have. */
const domainChildren = ['devices', 'memory', 'currentMemory', 'vcpu', 'on_poweroff', 'on_reboot', 'memoryBacking'];

function isDomain(root: RootShape): boolean {
  const type = root.attributes.get('type');
  const hypervisor = type !== undefined && isHypervisor(type);
  return root.name === 'domain' && (hypervisor || domainChildren.some(name => root.childAttributes.has(name)));
}

function isHypervisor(type: string): boolean {
  const declared = domain.body?.().attributes?.find(attribute => attribute.name === 'type');
  return declared?.type.values?.some(entry => entry.value === type) ?? false;
}
