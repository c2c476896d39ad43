import { enumeration } from '../../../datatypes/enumeration.ts';
import type { AttributeDeclaration } from '../../../model.ts';

/** The types, most used first; `virDomainNet` in libvirt's domain_conf.c has the same set. */
export const interfaceTypes = [
  'network',
  'bridge',
  'direct',
  'user',
  'hostdev',
  'vhostuser',
  'ethernet',
  'vdpa',
  'udp',
  'mcast',
  'server',
  'client',
  'internal',
  'vds',
  'null',
] as const;

export type InterfaceType = (typeof interfaceTypes)[number];

/** `interface/@type`; libvirt itself takes `user` when it is missing, its schema demands it. */
export const interfaceType: AttributeDeclaration = {
  name: 'type',
  required: true,
  documentation: {
    summary: 'How the interface is connected on the host; it decides what the rest may contain.',
    details: 'Without it libvirt assumes `user`, a network of its own behind NAT, which is rarely what is meant.',
  },
  sample: 'network',
  type: enumeration(
    [
      {
        value: 'network',
        aliases: ['nat', 'isolated', 'routed', 'open', 'net'],
        documentation: {
          summary: 'Connects to a network that libvirt manages, such as `default`.',
          details:
            'The network decides how: NAT, routed, isolated, an existing bridge, macvtap or a pool of SR-IOV functions. So the guest can move to a host where a network of the same name works in another way.',
          page: 'formatdomain.html#virtual-network',
          drivers: ['qemu', 'lxc', 'xen', 'bhyve', 'ch', 'vz', 'vbox', 'test'],
          needs: 'A network of that name, active when the guest starts; nothing checks it before.',
          reachability: {
            guestToGuest: 'yes, on the same network, unless their ports are isolated',
            guestToHost: 'yes for NAT, routed, open and isolated networks; with macvtap no',
            guestToOutside: 'as the forward mode of the network says; with NAT outwards only',
            requires: 'nothing of the switch or NIC for NAT, routed and isolated networks',
          },
        },
      },
      {
        value: 'bridge',
        aliases: ['br', 'linux-bridge', 'linuxbridge', 'ovs', 'openvswitch'],
        documentation: {
          summary: 'Plugs the guest into a bridge of the host, a Linux bridge or one of Open vSwitch.',
          details: 'Usual for guests that should stand in the network of the host with addresses of its own.',
          page: 'formatdomain.html#bridge-to-lan',
          drivers: ['qemu', 'lxc', 'xen', 'bhyve', 'ch', 'vz', 'openvz', 'hyperv', 'vbox', 'esx', 'test'],
          needs: "A bridge that exists on the host; for Open vSwitch also `<virtualport type='openvswitch'>`.",
          reachability: {
            guestToGuest: 'yes, on the same bridge, unless their ports are isolated',
            guestToHost: 'yes, at the address of the bridge',
            guestToOutside: 'yes, if a NIC of the host is in the bridge',
            requires: 'a switch port that takes several MAC addresses; wireless NICs cannot be bridged',
          },
        },
      },
      {
        value: 'direct',
        aliases: ['macvtap', 'macvlan'],
        documentation: {
          summary: 'Puts a macvtap device on top of a NIC of the host, without a bridge.',
          details:
            'The `mode` of the source decides what becomes of frames between guests. Not available here: `<filterref>`, `<mtu>`, `<coalesce>`, port isolation.',
          since: '0.7.7',
          drivers: ['qemu', 'lxc'],
          page: 'formatdomain.html#direct-attachment-to-physical-interface',
          needs: 'A wired Ethernet NIC, a bond or a VLAN device that is in no bridge.',
          reachability: {
            guestToGuest: 'as the mode says: directly in mode `bridge`, else by way of the switch at best',
            guestToHost: 'no, the host cannot talk to its guests through the same NIC',
            guestToOutside: 'yes',
            requires: 'for mode `vepa` a switch that sends frames back to the port they came from',
          },
        },
      },
      {
        value: 'user',
        aliases: ['slirp', 'passt', 'usermode', 'user-mode'],
        documentation: {
          summary: 'A network of its own behind NAT in user space, which needs no privileges.',
          details:
            "The guest gets its address by DHCP. With `<backend type='passt'/>` ports can be forwarded to the guest and the connections of the host are used as they are.",
          page: 'formatdomain.html#userspace-connection-using-slirp',
          drivers: ['qemu', 'vbox', 'esx', 'bhyve'],
          default: 'taken by libvirt when `type` is missing',
          reachability: {
            guestToGuest: 'no',
            guestToHost: 'yes, outwards, through the gateway of the network',
            guestToOutside: 'yes, outwards; inwards only ports that passt forwards',
            requires: 'nothing of the switch or NIC',
          },
        },
      },
      {
        value: 'hostdev',
        aliases: ['sriov', 'sr-iov', 'vfio'],
        documentation: {
          summary: 'Gives the guest a virtual function of an SR-IOV NIC, with its MAC address and VLAN set first.',
          details:
            "Like `<hostdev>`, but for network devices only. The guest cannot be migrated, except with `<teaming type='transient'>`.",
          since: '0.9.11',
          drivers: ['qemu', 'xen'],
          page: 'formatdomain.html#pci-passthrough',
          needs: 'An IOMMU that is switched on, and a free virtual function.',
          reachability: {
            guestToGuest: 'yes, through the switch inside the NIC',
            guestToHost: 'yes, through the switch inside the NIC',
            guestToOutside: 'yes',
            requires: 'a NIC with SR-IOV',
          },
        },
      },
      {
        value: 'vhostuser',
        aliases: ['vhost-user', 'vhost_user', 'dpdk'],
        documentation: {
          summary: 'Connects through a socket to a switch in user space, such as Open vSwitch with DPDK.',
          since: '1.2.7',
          drivers: ['qemu'],
          page: 'formatdomain.html#vhost-user-connection',
          needs: "Guest memory that is shared: `<memoryBacking><access mode='shared'/></memoryBacking>`.",
          reachability: {
            guestToGuest: 'as the switch at the other end of the socket decides',
            guestToHost: 'as the switch at the other end of the socket decides',
            guestToOutside: 'as the switch at the other end of the socket decides',
            requires: 'a process that speaks vhost-user',
          },
        },
      },
      {
        value: 'ethernet',
        aliases: ['tap', 'tuntap', 'veth'],
        documentation: {
          summary: 'Creates a tap device and leaves it to a script, or to you, to connect it.',
          details:
            'The only type that runs `<script>`, that takes addresses for the end of the tap on the host, and that can use a tap made by somebody else.',
          page: 'formatdomain.html#generic-ethernet-connection',
          drivers: ['qemu', 'lxc', 'xen', 'ch', 'openvz'],
          reachability: {
            guestToGuest: 'as the host routes or bridges the tap',
            guestToHost: 'yes, once both ends of the tap have addresses',
            guestToOutside: 'as the host routes or bridges the tap',
            requires: 'nothing of the switch or NIC',
          },
        },
      },
      {
        value: 'vdpa',
        documentation: {
          summary: 'Hands over a vDPA device: the data path runs in the NIC, the guest sees a plain virtio card.',
          since: '6.9.0',
          drivers: ['qemu'],
          page: 'formatdomain.html#vdpa-devices',
          needs: 'QEMU 5.1 or newer and a device such as `/dev/vhost-vdpa-0`.',
          reachability: {
            guestToGuest: 'yes, through the switch inside the NIC',
            guestToHost: 'yes, through the switch inside the NIC',
            guestToOutside: 'yes',
            requires: 'a NIC with vDPA and its driver',
          },
        },
      },
      {
        value: 'udp',
        documentation: {
          summary: 'Exchanges frames with one other process over UDP.',
          since: '1.2.20',
          drivers: ['qemu'],
          page: 'formatdomain.html#udp-unicast-tunnel',
          reachability: {
            guestToGuest: 'the one at the other end only',
            guestToHost: 'no',
            guestToOutside: 'no',
            requires: 'nothing of the switch or NIC',
          },
        },
      },
      {
        value: 'mcast',
        aliases: ['multicast'],
        documentation: {
          summary: 'Joins a virtual network that lives on a multicast group; all guests of the group hear each other.',
          drivers: ['qemu'],
          page: 'formatdomain.html#multicast-tunnel',
          reachability: {
            guestToGuest: 'yes, with the same address and port, on other hosts too',
            guestToHost: 'no',
            guestToOutside: 'no, unless one guest routes',
            requires: 'multicast between the hosts',
          },
        },
      },
      {
        value: 'server',
        documentation: {
          summary: 'Listens on a TCP port for the one guest at the other end.',
          drivers: ['qemu'],
          page: 'formatdomain.html#tcp-tunnel',
          reachability: {
            guestToGuest: 'the one that connects as `client`',
            guestToHost: 'no',
            guestToOutside: 'no, unless one of the two guests routes',
            requires: 'nothing of the switch or NIC',
          },
        },
      },
      {
        value: 'client',
        documentation: {
          summary: 'Connects over TCP to a guest whose interface is of type `server`.',
          drivers: ['qemu'],
          page: 'formatdomain.html#tcp-tunnel',
          reachability: {
            guestToGuest: 'the one that listens as `server`',
            guestToHost: 'no',
            guestToOutside: 'no, unless one of the two guests routes',
            requires: 'nothing of the switch or NIC',
          },
        },
      },
      {
        value: 'internal',
        aliases: ['intnet'],
        documentation: {
          summary: 'Connects to an internal network of VirtualBox.',
          details: 'QEMU accepts it and makes a user-mode network instead, without a word.',
          drivers: ['vbox'],
          reachability: {
            guestToGuest: 'yes, on the same internal network',
            guestToHost: 'no',
            guestToOutside: 'no',
            requires: 'nothing of the switch or NIC',
          },
        },
      },
      {
        value: 'vds',
        aliases: ['dvs'],
        documentation: {
          summary: 'Connects to a distributed switch of VMware.',
          since: '8.7.0',
          drivers: ['esx'],
          page: 'formatdomain.html#vmware-distributed-switch',
          reachability: {
            guestToGuest: 'as the port group of the switch allows',
            guestToHost: 'as the port group of the switch allows',
            guestToOutside: 'as the port group of the switch allows',
            requires: 'a VMware distributed switch',
          },
        },
      },
      {
        value: 'null',
        documentation: {
          summary: 'A card that is connected to nothing; for VMware only.',
          since: '8.7.0',
          drivers: ['esx'],
          page: 'formatdomain.html#null-network-interface',
          reachability: {
            guestToGuest: 'no',
            guestToHost: 'no',
            guestToOutside: 'no',
            requires: 'nothing of the switch or NIC',
          },
        },
      },
    ],
    'interface type',
  ),
};
