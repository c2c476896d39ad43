/** A refusal that says something about the host or about how its libvirt was built, and nothing about the document. */
export interface HostReason {
  readonly message: RegExp;
  readonly reason: string;
}

export const hostReasons: readonly HostReason[] = [
  {
    message: /Invalid value for attribute 'type' in element 'backend': 'passt'/,
    reason: 'Debian 12 builds libvirt without passt, and then the word itself is unknown (row PB08).',
  },
  {
    message: /device '.*' in network '.*' is not an SR-IOV Virtual Function/,
    reason: 'The network driver looks a pool of host devices up on the host (rows NW17 and NW18).',
  },
];
