/** A row of the facts table that no document can tell: the state of the host decides. */
export interface HostCondition {
  readonly id: string;
  /** What goes wrong, as a sentence. */
  readonly condition: string;
  /** What to do on the host, as a sentence. */
  readonly advice: string;
}

/** What libvirt refuses for reasons that lie on the host. */
export const hostConditions: readonly HostCondition[] = [
  {
    id: 'PB08',
    condition:
      'A guest with the passt back end is defined or started on a host without passt, or with a QEMU before 7.2.',
    advice: 'Install passt and QEMU 7.2 or newer; a libvirt that was built without passt refuses the word itself.',
  },
  {
    id: 'TGT06',
    condition: "A device that somebody else prepared (target managed='no') does not exist when the guest starts.",
    advice: 'Create the tap or macvtap device before the guest starts.',
  },
  {
    id: 'BW17',
    condition: 'A guest with <bandwidth> starts in a session (qemu:///session), whose daemon is an ordinary user.',
    advice: 'Leave <bandwidth> out there, or start the guest under qemu:///system.',
  },
  {
    id: 'VL19',
    condition:
      "The source of a macvtap interface with a VLAN tag and mode='passthrough' is no SR-IOV virtual function.",
    advice: 'Use a virtual function as source, or a VLAN device of the host such as eth0.42, without <vlan>.',
  },
  {
    id: 'VP33',
    condition: 'A guest with an 802.1Qbg virtual port starts on a host where lldpad does not run.',
    advice: 'Start lldpad and enable EVB for the lower device; libvirt reads its process id from /var/run/lldpad.pid.',
  },
  {
    id: 'XD02',
    condition: 'A guest starts whose network is defined and not active.',
    advice: 'Start the network with virsh net-start, and have it started with the host: virsh net-autostart.',
  },
  {
    id: 'XD26',
    condition: "A guest with a tap device of its own choice (backend tap='…') starts in a session (qemu:///session).",
    advice: 'Leave tap out there, or start the guest under qemu:///system.',
  },
  {
    id: 'XD29',
    condition: 'A guest with macvtap, or with another interface that needs privileges, starts in a session.',
    advice:
      "Use type='user' there, a bridge that qemu-bridge-helper may use, or a tap or macvtap device that root has prepared: type='ethernet' with managed='no'.",
  },
];
