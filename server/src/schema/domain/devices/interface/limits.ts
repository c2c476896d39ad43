import type { Limit } from '../../../model.ts';
import type { InterfaceType } from './interfaceType.ts';

/** What one type of interface cannot have although libvirt's schema lets it pass, by the name of the child. */
export type ChildLimits = Readonly<Record<string, Limit>>;

const filterref: Limit = {
  effect: 'ignored',
  reason:
    'libvirt does not even read <filterref> for this type of interface, so the traffic of the guest is not filtered.',
  instead: "Leave it out, or use type='bridge' or type='network', where filters work.",
  covers: ['FR01'],
};

function mtu(instead: string): Limit {
  return {
    effect: 'refused at define',
    drivers: ['qemu'],
    reason: 'The QEMU driver cannot set an MTU for this type of interface and refuses the definition.',
    instead,
    covers: ['MT02'],
    libvirtMessage: 'setting MTU on interface type %1$s is not supported yet',
  };
}

const target: Limit = {
  effect: 'ignored',
  drivers: ['qemu'],
  reason: 'No device of the host belongs to this type of interface, so nothing gets the name.',
  instead: 'Leave <target> out.',
  covers: ['TGT10'],
};

const coalesce: Limit = {
  effect: 'refused at define',
  drivers: ['qemu'],
  reason: 'The QEMU driver coalesces frames on interfaces of type network and bridge only and refuses the definition.',
  instead: 'Leave <coalesce> out.',
  covers: ['CO01'],
  libvirtMessage: 'coalesce settings on interface type %1$s are not supported',
};

const vlan: Limit = {
  effect: 'refused at start',
  reason: 'libvirt cannot set VLAN tags on this type of interface: the guest is defined and cannot start.',
  instead: 'Leave <vlan> out, or connect to Open vSwitch, a Linux bridge or a virtual function.',
  covers: ['VL10'],
  libvirtMessage: 'interface %1$s - vlan tag not supported for this connection type',
};

const bandwidthIgnored: Limit = {
  effect: 'ignored',
  reason: 'libvirt cannot limit the traffic of this type of interface; it only writes a warning into its log.',
  instead: 'Leave <bandwidth> out, or use type network, bridge, direct or ethernet.',
  covers: ['BW12'],
};

const bandwidthRefused: Limit = {
  effect: 'refused at start',
  reason:
    'The host cannot limit the traffic of a device that the guest has for itself: the guest is defined and cannot start.',
  instead: 'Leave <bandwidth> out.',
  covers: ['BW11'],
  libvirtMessage: 'interface %1$s - bandwidth settings are not supported for hostdev interfaces',
};

const ip: Limit = {
  effect: 'refused at define',
  drivers: ['qemu'],
  reason:
    'The QEMU driver cannot set an address inside the guest for this type of interface and refuses the definition.',
  instead: 'Leave <ip> out, and give the address by DHCP or inside the guest.',
  covers: ['IP04'],
  libvirtMessage: 'Invalid attempt to set network interface guest-side IP address info, not supported by QEMU',
};

const route: Limit = {
  effect: 'refused at define',
  drivers: ['qemu'],
  reason: 'Routes can be set inside containers only; the QEMU driver refuses the definition.',
  instead: 'Leave <route> out, and set the route by DHCP or inside the guest.',
  covers: ['IP05'],
  libvirtMessage: 'Invalid attempt to set network interface guest-side IP route, not supported by QEMU',
};

const script: Limit = {
  effect: 'refused at start',
  drivers: ['qemu', 'lxc'],
  reason:
    "QEMU guests have a script for type='ethernet' only, containers for no type: the guest is defined and cannot start.",
  instead: "Leave <script> out, or use type='ethernet'.",
  covers: ['SC01'],
  libvirtMessage: 'scripts are not supported on interfaces of type %1$s',
};

const containerScript: Limit = {
  effect: 'refused at start',
  drivers: ['lxc'],
  reason: 'The LXC driver runs no scripts: the container is defined and cannot start.',
  instead: 'Leave <script> out.',
  covers: ['SC01'],
};

const downscript: Limit = {
  effect: 'ignored',
  drivers: ['qemu'],
  reason: "libvirt runs a down script for type='ethernet' only.",
  instead: "Leave <downscript> out, or use type='ethernet'.",
  covers: ['SC02'],
};

const tune: Limit = {
  effect: 'ignored',
  drivers: ['qemu'],
  reason: 'Only tap and macvtap devices have a send buffer to tune, and this type of interface has none.',
  instead: 'Leave <tune> out.',
  covers: ['TU02'],
};

const portForward: Limit = {
  effect: 'refused at define',
  reason: "passt forwards ports for type='user' and type='vhostuser' only; libvirt refuses the definition.",
  instead: "Leave <portForward> out, or use type='user' with <backend type='passt'/>.",
  covers: ['PF01'],
  libvirtMessage:
    "The <portForward> element can only be used with the 'passt' backend of interface type='user' or type='vhostuser'",
};

const guest: Limit = {
  effect: 'ignored',
  drivers: ['qemu'],
  reason: 'Only containers take the name of the device from here; QEMU guests name their devices themselves.',
  instead: 'Leave <guest> out; <acpi index=…/> gives a stable name.',
  covers: ['GU01'],
};

const backenddomain: Limit = {
  effect: 'ignored',
  drivers: ['qemu', 'lxc', 'bhyve', 'ch', 'vz', 'vbox', 'openvz', 'esx', 'hyperv', 'test'],
  reason: 'Driver domains exist under Xen only; libvirt drops the element.',
  instead: 'Leave <backenddomain> out.',
  covers: ['BD01'],
};

/** Limits that hold for every type. */
const everywhere = { route, guest, backenddomain };

/** Limits of the tunnels between QEMU processes and of types that QEMU does not have. */
const noDevice = {
  ...everywhere,
  target,
  tune,
  filterref,
  mtu: mtu('Leave <mtu> out.'),
  coalesce,
  bandwidth: bandwidthIgnored,
  ip,
  portForward,
};

const tunnel = { ...noDevice, vlan, script, downscript };

/**
 * By interface type, from `virDomainActualNetDefValidate`, `virDomainNetDefValidate` (domain_validate.c) and
 * `qemuValidateDomainDeviceDefNetwork` of libvirt 11.3.0. What depends on more than the type is a rule.
 */
export const limitsByType: Readonly<Record<InterfaceType, ChildLimits>> = {
  network: { ...everywhere, ip, portForward, script, downscript },
  bridge: { ...everywhere, ip, portForward, script, downscript },
  direct: {
    ...everywhere,
    filterref,
    mtu: mtu('Leave <mtu> out: a macvtap device has the MTU of its NIC, which is set on the host.'),
    coalesce,
    ip,
    portForward,
    script,
    downscript,
  },
  user: { ...everywhere, target, tune, filterref, coalesce, vlan, bandwidth: bandwidthIgnored, script, downscript },
  hostdev: {
    ...everywhere,
    target,
    tune,
    filterref,
    mtu: mtu('Leave <mtu> out, and set it inside the guest.'),
    coalesce,
    bandwidth: bandwidthRefused,
    ip,
    portForward,
    script: {
      ...downscript,
      reason: "libvirt runs a script for type='ethernet' only.",
      instead: 'Leave <script> out.',
    },
    downscript,
  },
  vhostuser: {
    ...everywhere,
    target,
    tune,
    filterref,
    coalesce,
    vlan,
    bandwidth: bandwidthIgnored,
    script,
    downscript,
  },
  ethernet: { ...everywhere, coalesce, vlan, ip, portForward, script: containerScript },
  vdpa: tunnel,
  udp: tunnel,
  mcast: tunnel,
  server: tunnel,
  client: tunnel,
  internal: tunnel,
  vds: noDevice,
  null: noDevice,
};
