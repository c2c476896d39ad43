/**
 * The smallest document of a kind that libvirt takes, by the name of its root; in LSP's snippet syntax, with single
 * quotes and two blanks a level.
 */
export const documentSnippets: ReadonlyMap<string, string> = new Map([
  [
    'domain',
    `<domain type='\${1|kvm,qemu,xen,lxc,bhyve|}'>
  <name>\${2:guest}</name>
  <memory unit='MiB'>\${3:2048}</memory>
  <vcpu>\${4:2}</vcpu>
  <os>
    <type>hvm</type>
  </os>
  <devices>
    $0
  </devices>
</domain>`,
  ],
  [
    'network',
    `<network>
  <name>\${1:lan}</name>
  <forward mode='\${2|nat,route,open|}'/>
  <ip address='\${3:192.168.100.1}' netmask='255.255.255.0'>
    <dhcp>
      <range start='\${4:192.168.100.128}' end='\${5:192.168.100.254}'/>
    </dhcp>
  </ip>$0
</network>`,
  ],
]);
