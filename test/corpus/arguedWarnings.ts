/** Warnings on libvirt's own working documents that are right all the same. */
export interface ArguedWarning {
  readonly code: string;
  /** Why the warning is true of these documents. */
  readonly reason: string;
  /** The documents, by their path without `tests/`. */
  readonly files: readonly string[];
}

export const arguedWarnings: readonly ArguedWarning[] = [];
