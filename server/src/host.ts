/** What the core may ask of the outside; each entry point supplies its own. */
export interface Host {
  /** Uniform in [0, 1), for generated MAC addresses and UUIDs. */
  readonly random: () => number;
  readonly log: (message: string) => void;
}

/** The files of a workspace, by their URIs. */
export interface FileSystem {
  /** The XML files below a folder, one after the other; follows no symbolic links, skips what is no source (`node_modules`, `.git`). */
  readonly listFiles: (folder: string) => AsyncIterable<string>;
  /** A file's text; `undefined` when it cannot be read, or is too large to be libvirt's. */
  readonly readFile: (uri: string) => Promise<string | undefined>;
}
