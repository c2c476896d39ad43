/** How frames travel for one way of connecting guests: rows of nodes from the guests down to the outside. */
export interface Picture {
  /** Of its file in docs/images/modes. */
  readonly name: string;
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  readonly rows: readonly (readonly PictureNode[])[];
  /** Pairs of ids, the upper node first. */
  readonly links: readonly (readonly [string, string])[];
  readonly flows: readonly Flow[];
  /** Ids of the nodes that belong to one guest alone. */
  readonly owned?: readonly string[];
}

export interface PictureNode {
  readonly id: string;
  readonly label: string;
  /** What it must be able to do, in a few words. */
  readonly note?: string;
  /** From 0; absent: a bar through all columns. */
  readonly column?: number;
}

/** The way of a frame from the first guest. */
export interface Flow {
  readonly to: 'guest' | 'host' | 'outside';
  /** `depends`: on something that libvirt does not set up. */
  readonly verdict: 'yes' | 'depends' | 'no';
  /** Ids of the nodes that it comes to. */
  readonly path: readonly string[];
  /** The node that it does not get to any more; for the verdict `no`. */
  readonly blockedBefore?: string;
  /** How, in a few words. */
  readonly how: string;
}
