/** An error on a document that the installed libvirt defines as it stands, and that is right all the same. */
export interface ArguedError {
  /** The name of the candidate. */
  readonly name: string;
  readonly reason: string;
}

export const arguedErrors: readonly ArguedError[] = [
  {
    name: 'BW08',
    reason:
      'libvirt 9.0.0 has no upper limit for burst and hands the value to tc, which counts bytes in 32 bits; later releases refuse it at define.',
  },
];
