export interface HoverOptions {
  /** Whether to link to libvirt's documentation. */
  readonly links: boolean;
  /** Whether to show pictures of modes, types and forward modes. */
  readonly pictures: boolean;
}
