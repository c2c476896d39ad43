import type { Driver } from '../../schema/documentation.ts';

/** A whole `<interface>`, ready to be filled in; valid and free of warnings with its placeholders as they are. */
export interface InterfaceSnippet {
  readonly label: string;
  /** Markdown, a sentence or two: what it connects and what it needs. */
  readonly documentation: string;
  /** Drivers that it is meant for; absent: any. */
  readonly drivers?: readonly Driver[];
  /**
   * The lines in LSP's snippet syntax, with single quotes and two blanks a level. `%uuid%` and `%mac%` stand for fresh
   * values, the same at every place.
   */
  readonly body: string;
}

/** Most used first: completion keeps this order. */
export const interfaceSnippets: readonly InterfaceSnippet[] = [
  {
    label: 'interface network',
    documentation: 'Connects the guest to a libvirt network. The network decides how it reaches the outside.',
    body: `<interface type='network'>
  <source network='\${1:default}'/>
  <model type='\${2:virtio}'/>
</interface>`,
  },
  {
    label: 'interface network, port group',
    documentation: 'Connects the guest to one port group of a libvirt network, with its bandwidth, VLAN and profile.',
    body: `<interface type='network'>
  <source network='\${1:default}' portgroup='\${2:engineering}'/>
  <model type='\${3:virtio}'/>
</interface>`,
  },
  {
    label: 'interface bridge',
    documentation: 'Plugs the guest into a Linux bridge of the host. The guest is then a full member of that LAN.',
    body: `<interface type='bridge'>
  <source bridge='\${1:br0}'/>
  <model type='\${2:virtio}'/>
</interface>`,
  },
  {
    label: 'interface bridge, Open vSwitch',
    documentation:
      'Plugs the guest into an Open vSwitch bridge. libvirt makes up the interface id when it is not given.',
    body: `<interface type='bridge'>
  <source bridge='\${1:ovsbr0}'/>
  <virtualport type='openvswitch'/>
  <model type='\${2:virtio}'/>
</interface>`,
  },
  {
    label: 'interface bridge, Open vSwitch VLAN',
    documentation: 'Plugs the guest into an Open vSwitch bridge as an access port of one VLAN.',
    body: `<interface type='bridge'>
  <source bridge='\${1:ovsbr0}'/>
  <vlan>
    <tag id='\${2:42}'/>
  </vlan>
  <virtualport type='openvswitch'/>
  <model type='\${3:virtio}'/>
</interface>`,
  },
  {
    label: 'interface bridge, MidoNet',
    documentation: 'Binds the guest to a MidoNet port. The interface id is the UUID of a port that exists in MidoNet.',
    body: `<interface type='bridge'>
  <source bridge='\${1:midonet}'/>
  <virtualport type='midonet'>
    <parameters interfaceid='\${2:%uuid%}'/>
  </virtualport>
  <model type='\${3:virtio}'/>
</interface>`,
  },
  {
    label: 'interface direct bridge',
    documentation:
      'macvtap in bridge mode: guests on the same host device reach each other directly. The host itself is not reached through this device.',
    body: `<interface type='direct'>
  <source dev='\${1:eth0}' mode='bridge'/>
  <model type='\${2:virtio}'/>
</interface>`,
  },
  {
    label: 'interface direct vepa',
    documentation:
      'macvtap in VEPA mode: every frame goes out to the switch. Guests on this host reach each other only when the switch port reflects frames.',
    body: `<interface type='direct'>
  <source dev='\${1:eth0}' mode='vepa'/>
  <model type='\${2:virtio}'/>
</interface>`,
  },
  {
    label: 'interface direct private',
    documentation: 'macvtap in private mode: guests on the same host device are kept apart, whatever the switch does.',
    body: `<interface type='direct'>
  <source dev='\${1:eth0}' mode='private'/>
  <model type='\${2:virtio}'/>
</interface>`,
  },
  {
    label: 'interface direct passthrough',
    documentation:
      'macvtap in passthrough mode: a host NIC or SR-IOV virtual function for this guest alone. It takes over the MAC address of the guest.',
    body: `<interface type='direct'>
  <source dev='\${1:eth1}' mode='passthrough'/>
  <model type='\${2:virtio}'/>
</interface>`,
  },
  {
    label: 'interface direct, 802.1Qbg',
    documentation:
      'macvtap behind a switch with IEEE 802.1Qbg (VEPA with VSI discovery). Needs lldpad on the host and a VLAN device as source.',
    body: `<interface type='direct'>
  <source dev='\${1:eth0.2}' mode='vepa'/>
  <virtualport type='802.1Qbg'>
    <parameters managerid='\${2:10}' typeid='\${3:4096}' typeidversion='\${4:1}'/>
  </virtualport>
  <model type='\${5:virtio}'/>
</interface>`,
  },
  {
    label: 'interface direct, 802.1Qbh',
    documentation:
      'macvtap behind a switch with IEEE 802.1Qbh (port extension). Needs a NIC and a switch that know the port profile.',
    body: `<interface type='direct'>
  <source dev='\${1:eth0}' mode='private'/>
  <virtualport type='802.1Qbh'>
    <parameters profileid='\${2:engineering}'/>
  </virtualport>
  <model type='\${3:virtio}'/>
</interface>`,
  },
  {
    label: 'interface hostdev VF',
    documentation:
      'Hands an SR-IOV virtual function to the guest by PCI passthrough. With managed the host driver is detached and put back by libvirt.',
    body: `<interface type='hostdev' managed='yes'>
  <mac address='\${1:%mac%}'/>
  <source>
    <address type='pci' domain='\${2:0x0000}' bus='\${3:0x06}' slot='\${4:0x10}' function='\${5:0x0}'/>
  </source>
</interface>`,
  },
  {
    label: 'interface hostdev VF, VLAN',
    documentation: 'Hands an SR-IOV virtual function to the guest and has the NIC tag its frames with one VLAN.',
    body: `<interface type='hostdev' managed='yes'>
  <mac address='\${1:%mac%}'/>
  <source>
    <address type='pci' domain='\${2:0x0000}' bus='\${3:0x06}' slot='\${4:0x10}' function='\${5:0x0}'/>
  </source>
  <vlan>
    <tag id='\${6:42}'/>
  </vlan>
</interface>`,
  },
  {
    label: 'interface hostdev VF, 802.1Qbh',
    documentation: 'Hands an SR-IOV virtual function to the guest and associates it with a port profile of the switch.',
    body: `<interface type='hostdev' managed='yes'>
  <mac address='\${1:%mac%}'/>
  <source>
    <address type='pci' domain='\${2:0x0000}' bus='\${3:0x06}' slot='\${4:0x10}' function='\${5:0x0}'/>
  </source>
  <virtualport type='802.1Qbh'>
    <parameters profileid='\${6:engineering}'/>
  </virtualport>
</interface>`,
  },
  {
    label: 'interface user, passt',
    documentation:
      'Unprivileged connection through passt, with a host port forwarded into the guest. Needs no rights on the host network.',
    drivers: ['qemu'],
    body: `<interface type='user'>
  <backend type='passt'/>
  <model type='\${1:virtio}'/>
  <portForward proto='\${2|tcp,udp|}'>
    <range start='\${3:2222}' to='\${4:22}'/>
  </portForward>
</interface>`,
  },
  {
    label: 'interface user',
    documentation:
      'Unprivileged connection through address translation inside the hypervisor. Nobody reaches the guest.',
    body: `<interface type='user'>
  <model type='\${1:virtio}'/>
</interface>`,
  },
  {
    label: 'interface ethernet',
    documentation:
      'A tap device that libvirt creates and plugs in nowhere: what connects it is left to you or a script.',
    body: `<interface type='ethernet'>
  <target dev='\${1:tap0}'/>
  <model type='\${2:virtio}'/>
</interface>`,
  },
  {
    label: 'interface ethernet, existing device',
    documentation: 'Uses a tap or macvtap device that exists already. libvirt neither creates nor configures it.',
    body: `<interface type='ethernet'>
  <target dev='\${1:tap0}' managed='no'/>
  <model type='\${2:virtio}'/>
</interface>`,
  },
  {
    label: 'interface vhostuser',
    documentation:
      'Connects to a user-space switch such as Open vSwitch with DPDK by a UNIX socket. The memory of the guest has to be shared.',
    drivers: ['qemu'],
    body: `<interface type='vhostuser'>
  <source type='unix' path='\${1:/var/run/vhostuser/port0.sock}' mode='client'/>
  <model type='virtio'/>
</interface>`,
  },
  {
    label: 'interface vhostuser, passt',
    documentation: 'Unprivileged connection through passt by vhost-user. The memory of the guest has to be shared.',
    drivers: ['qemu'],
    body: `<interface type='vhostuser'>
  <backend type='passt'/>
  <model type='virtio'/>
  <portForward proto='\${1|tcp,udp|}'>
    <range start='\${2:2222}' to='\${3:22}'/>
  </portForward>
</interface>`,
  },
  {
    label: 'interface vdpa',
    documentation: 'Hands a vDPA device of the host to the guest: virtio in hardware. Needs QEMU 5.1 or newer.',
    drivers: ['qemu'],
    body: `<interface type='vdpa'>
  <source dev='\${1:/dev/vhost-vdpa-0}'/>
  <model type='virtio'/>
</interface>`,
  },
  {
    label: 'interface teaming pair',
    documentation:
      'A virtio interface and a virtual function that the guest bonds: the virtual function is unplugged for migration and the virtio interface carries on.',
    drivers: ['qemu'],
    body: `<interface type='network'>
  <mac address='\${1:%mac%}'/>
  <source network='\${2:default}'/>
  <model type='virtio'/>
  <teaming type='persistent'/>
  <alias name='\${3:ua-backup0}'/>
</interface>
<interface type='hostdev' managed='yes'>
  <mac address='\${1:%mac%}'/>
  <source>
    <address type='pci' domain='\${4:0x0000}' bus='\${5:0x06}' slot='\${6:0x10}' function='\${7:0x0}'/>
  </source>
  <teaming type='transient' persistent='\${3:ua-backup0}'/>
</interface>`,
  },
  {
    label: 'interface mcast',
    documentation: 'A virtual LAN over a multicast group: all guests with the same group and port share it.',
    body: `<interface type='mcast'>
  <source address='\${1:239.0.0.1}' port='\${2:5558}'/>
  <model type='\${3:virtio}'/>
</interface>`,
  },
  {
    label: 'interface server',
    documentation: 'One end of a link between two guests over TCP: this one listens for the other.',
    body: `<interface type='server'>
  <source address='\${1:192.0.2.1}' port='\${2:5558}'/>
  <model type='\${3:virtio}'/>
</interface>`,
  },
  {
    label: 'interface client',
    documentation: 'One end of a link between two guests over TCP: this one connects to the other.',
    body: `<interface type='client'>
  <source address='\${1:192.0.2.1}' port='\${2:5558}'/>
  <model type='\${3:virtio}'/>
</interface>`,
  },
  {
    label: 'interface udp',
    documentation: 'A link between two guests over UDP, with a local and a remote address.',
    body: `<interface type='udp'>
  <source address='\${1:192.0.2.1}' port='\${2:5558}'>
    <local address='\${3:192.0.2.2}' port='\${4:5558}'/>
  </source>
  <model type='\${5:virtio}'/>
</interface>`,
  },
  {
    label: 'interface internal',
    documentation: 'An internal network of VirtualBox: guests with the same name share it.',
    drivers: ['vbox'],
    body: `<interface type='internal'>
  <source name='\${1:intnet}'/>
</interface>`,
  },
  {
    label: 'interface null',
    documentation: 'A network card of VMware ESX that is connected to nothing.',
    drivers: ['esx'],
    body: `<interface type='null'>
</interface>`,
  },
  {
    label: 'interface vds',
    documentation: 'A port of a VMware distributed switch.',
    drivers: ['esx'],
    body: `<interface type='vds'>
  <source switchid='\${1:%uuid%}'/>
</interface>`,
  },
];
