import type { Driver } from './documentation.ts';

/** Something that libvirt's schema accepts in this place, although libvirt then drops it or refuses it later. */
export interface Limit {
  readonly effect: 'ignored' | 'output-only' | 'refused at define' | 'refused at start';
  /** Drivers for which this holds; absent: all. */
  readonly drivers?: readonly Driver[];
  /** What libvirt does with it, as a full sentence. */
  readonly reason: string;
  /** What to write instead, as a full sentence. */
  readonly instead: string;
  /** Ids of the facts table that this covers. */
  readonly covers: readonly string[];
  /** libvirt's own message, with `%1$s` for its arguments. */
  readonly libvirtMessage?: string;
}
