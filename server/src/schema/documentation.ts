/** libvirt's hypervisor drivers, by the name of `virsh -c NAME://`; `xen` stands for libxl. */
export type Driver = 'qemu' | 'lxc' | 'xen' | 'bhyve' | 'ch' | 'vz' | 'vbox' | 'openvz' | 'esx' | 'hyperv' | 'test';

/** Answers to "who reaches whom" for a way of connecting a guest; each a short phrase. */
export interface Reachability {
  readonly guestToGuest: string;
  readonly guestToHost: string;
  readonly guestToOutside: string;
  /** What the switch, the NIC or the host must support. */
  readonly requires: string;
}

/** What hover and completion say; all texts are Markdown in our own words. */
export interface Documentation {
  /** One sentence: what it does. */
  readonly summary: string;
  /** Further paragraphs. */
  readonly details?: string;
  /** What libvirt takes when it is omitted. */
  readonly default?: string;
  readonly unit?: string;
  /** First libvirt release that knows it, such as `1.2.10`; absent when it has been there since early days. */
  readonly since?: string;
  /** Drivers that act on it; absent when all do. */
  readonly drivers?: readonly Driver[];
  /** What else must be there for it to work. */
  readonly needs?: string;
  readonly reachability?: Reachability;
  /** Page and anchor below https://libvirt.org/, such as `formatdomain.html#network-interfaces`; inherited from the enclosing element. */
  readonly page?: string;
}
