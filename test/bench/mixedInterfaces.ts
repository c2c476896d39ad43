/** Interfaces `first` to `first + count - 1` of four kinds in turn, each with MAC and PCI addresses of its own. */
export function mixedInterfaces(first: number, count: number): string {
  return Array.from({ length: count }, (_, index) => KINDS[index % KINDS.length]?.(first + index) ?? '').join('');
}

const KINDS: readonly ((index: number) => string)[] = [
  index => `    <interface type='network'>
      <mac address='${mac(index)}'/>
      <source network='default'/>
      <model type='virtio'/>
      <driver name='vhost' queues='4'/>
      <link state='up'/>
      ${pciAddress(index)}
    </interface>
`,
  index => `    <interface type='bridge'>
      <mac address='${mac(index)}'/>
      <source bridge='br0'/>
      <virtualport type='openvswitch'>
        <parameters profileid='tenant'/>
      </virtualport>
      <target dev='tap${index}'/>
      <model type='virtio'/>
      ${pciAddress(index)}
    </interface>
`,
  index => `    <interface type='direct'>
      <mac address='${mac(index)}'/>
      <source dev='eth0' mode='vepa'/>
      <virtualport type='802.1Qbg'>
        <parameters managerid='11' typeid='1193047' typeidversion='2'/>
      </virtualport>
      <model type='virtio'/>
      ${pciAddress(index)}
    </interface>
`,
  index => `    <interface type='direct'>
      <mac address='${mac(index)}'/>
      <source dev='eth1' mode='bridge'/>
      <model type='e1000e'/>
      <boot order='${index + 1}'/>
      ${pciAddress(index)}
    </interface>
`,
];

function mac(index: number): string {
  return `52:54:00:00:${octet(index >> 8)}:${octet(index)}`;
}

function pciAddress(index: number): string {
  return `<address type='pci' domain='0x0000' bus='0x${octet(1 + (index % 255))}' slot='0x${octet(index / 255)}' function='0x0'/>`;
}

/** Two hex digits. */
function octet(value: number): string {
  return (value & 0xff).toString(16).padStart(2, '0');
}
