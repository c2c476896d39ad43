/** Warnings on libvirt's own working documents that are right all the same. */
export interface ArguedWarning {
  readonly code: string;
  /** Why the warning is true of these documents, and why libvirt's tests do not notice. */
  readonly reason: string;
  /** The documents, by their path without `tests/`. */
  readonly files: readonly string[];
}

export const arguedWarnings: readonly ArguedWarning[] = [
  {
    code: 'forward/missing-device',
    reason:
      'A network of mode bridge that names neither a bridge nor a device: libvirt defines it, and no guest on it can start. The test only adds a port group to the text.',
    files: ['networkxml2xmlupdateout/openvswitch-net-more-portgroups.xml'],
  },
  {
    code: 'hypervisor/no-effect',
    reason:
      'A mapping of user ids in documents for QEMU: only LXC reads it. The tests are about memory modules and have it from an older document.',
    files: [
      'qemuxmlconfdata/memory-hotplug-dimm.x86_64-latest.xml',
      'qemuxmlconfdata/memory-hotplug-dimm.xml',
      'qemuxmlconfdata/memory-hotplug-nvdimm-access.x86_64-latest.xml',
      'qemuxmlconfdata/memory-hotplug-nvdimm-access.xml',
      'qemuxmlconfdata/memory-hotplug-nvdimm-align.xml',
      'qemuxmlconfdata/memory-hotplug-nvdimm-label.xml',
      'qemuxmlconfdata/memory-hotplug-nvdimm-overlap.xml',
      'qemuxmlconfdata/memory-hotplug-nvdimm-pmem.x86_64-latest.xml',
      'qemuxmlconfdata/memory-hotplug-nvdimm-readonly.xml',
      'qemuxmlconfdata/memory-hotplug-nvdimm.xml',
    ],
  },
  {
    code: 'hypervisor/no-effect',
    reason:
      'How VMware ESX checks a MAC address, in a document for QEMU, which does not look at it. The test is about reading and writing XML only.',
    files: ['genericxml2xmlindata/network-interface-mac-check.xml'],
  },
  {
    code: 'mac/all-zero',
    reason:
      'libvirt replaces the address by a random one as it parses, so the document does not keep what it says. The tests compare with that random address left out.',
    files: ['bhyveargv2xmldata/bhyveargv2xml-virtio-net4.xml', 'vmx2xmldata/esx-in-the-wild-14.xml'],
  },
  {
    code: 'mac/duplicate',
    reason:
      'Two interfaces of one guest have the same address. libvirt defines and starts that, but finds an interface by its address when it is changed or detached. The tests only build a command line.',
    files: [
      'qemuxmlconfdata/net-many-models.x86_64-latest.xml',
      'qemuxmlconfdata/net-many-models.xml',
      'qemuxmlconfdata/net-vhostuser-passt.xml',
    ],
  },
  {
    code: 'schema/no-effect',
    reason:
      'Bandwidth on an interface of type server: libvirt writes a warning into its log and limits nothing. The tests look at the command line, where bandwidth never shows.',
    files: ['domainschemadata/domain-qemu-interface-filterref.xml', 'qemuxmlconfdata/user-aliases.x86_64-latest.xml'],
  },
  {
    code: 'schema/no-effect',
    reason:
      'The vhost back end on an interface of type user: only tap and macvtap devices open the vhost module, so QEMU moves the frames itself (MOD18). The documents are about disks and event indices, and the command line does not show it.',
    files: [
      'qemuxmlconfdata/disk-ioeventfd.x86_64-latest.xml',
      'qemuxmlconfdata/disk-ioeventfd.xml',
      'qemuxmlconfdata/event_idx.xml',
      'qemuxmlconfdata/virtio-lun.x86_64-9.0.0.xml',
    ],
  },
  {
    code: 'schema/no-effect',
    reason:
      'A port id in a definition: libvirt prints it for a running guest and does not read it from an inactive document (IF039). The test is about port groups.',
    files: ['qemuxmlconfdata/net-virtio-network-portgroup.xml'],
  },
  {
    code: 'source/not-multicast',
    reason:
      'QEMU refuses to start with 192.0.0.1 as the address of a multicast group. The tests build the command line and never run it.',
    files: ['qemuxmlconfdata/net-mcast.x86_64-latest.xml'],
  },
  {
    code: 'virtualport/wrong-interface-type',
    reason:
      'A host device with 802.1Qbg: libvirt defines it and says at the start that the type is not supported there. The tests do not get as far as the device.',
    files: [
      'qemuxmlconfdata/net-hostdev-multidomain.x86_64-latest.xml',
      'qemuxmlconfdata/net-hostdev-vfio-multidomain.xml',
      'qemuxmlconfdata/net-hostdev-vfio.xml',
    ],
  },
  {
    code: 'virtualport/vlan-on-hostdev',
    reason:
      'A host device with both a virtual port and a VLAN: refused when libvirt prepares the device at the start, which the tests leave out.',
    files: [
      'qemuxmlconfdata/net-hostdev-multidomain.x86_64-latest.xml',
      'qemuxmlconfdata/net-hostdev-vfio-multidomain.xml',
      'qemuxmlconfdata/net-hostdev-vfio.xml',
    ],
  },
];
