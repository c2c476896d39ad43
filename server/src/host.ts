/** What the core may ask of the outside; each entry point supplies its own. */
export interface Host {
  /** Uniform in [0, 1), for generated MAC addresses and UUIDs. */
  readonly random: () => number;
  readonly log: (message: string) => void;
}
