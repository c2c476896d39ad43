/** Documents at whose every offset completion is tried. */
export const soundDocuments: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'a macvtap interface',
    text: `<domain type='kvm'>
  <devices>
    <interface type='direct'>
      <mac address='52:54:00:1a:2b:3c'/>
      <source dev='eth0.2' mode='vepa'/>
      <virtualport type='802.1Qbg'>
        <parameters managerid='11' typeid='1193047' typeidversion='2'/>
      </virtualport>
      <model type='virtio'/>
    </interface>
  </devices>
</domain>
`,
  },
  {
    title: 'a bridge with double quotes and Windows line breaks',
    text: '<interface type="bridge">\r\n\t<source bridge="br0"/>\r\n\t<model type="virtio"/>\r\n\t<vlan>\r\n\t\t<tag id="42"/>\r\n\t</vlan>\r\n\t<driver name="vhost" queues="4"/>\r\n</interface>\r\n',
  },
  {
    title: 'interfaces of many types on one line each',
    text: `<domain type='qemu'><devices>
<interface type='network'><source network='default'/><virtualport/></interface>
<interface type='hostdev' managed='yes'><source><address type='pci' domain='0x0000' bus='0x3b' slot='0x02' function='0x5'/></source></interface>
<interface type='user'><backend type='passt'/><portForward proto='tcp'><range start='2022' to='22'/></portForward></interface>
<interface type='vhostuser'><source type='unix' path='/run/vhost.sock' mode='client'/><model type='virtio'/></interface>
<interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>
<interface type='ethernet'><target dev='guest7'/></interface>
<interface type='udp'><source address='192.0.2.1' port='5558'><local address='192.0.2.2' port='5559'/></source></interface>
</devices></domain>
`,
  },
  {
    title: 'a text full of mistakes',
    text: `<domain type='kvm'>
  <devices>
    <interface type='direct'
      <sourc dev='eth0 mode=vepa/>
      <virtualport type='802.1Qbh>
        <parameters profileid=
      <model type='virtio'/>
    </interfac
    <interface type=>
      <
      <source bridge
    </interface>
    <interface>
      <mac/>
      </
  </devices>
`,
  },
  {
    title: 'a domain for containers',
    text: `<domain type='lxc'>
  <devices>
    <interface type='network'>
      <source network='default'/>
    </interface>
  </devices>
</domain>
`,
  },
];
