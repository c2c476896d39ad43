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
]);
