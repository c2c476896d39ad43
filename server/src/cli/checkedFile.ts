import type { Finding, Fix } from '../rules/finding.ts';
import type { LinePosition } from '../xml/lines.ts';

/** One file with all that was found in it. */
export interface CheckedFile {
  /** As it was named on the command line. */
  readonly file: string;
  /** The file's text without a byte order mark; the findings' ranges are offsets into it. */
  readonly text: string;
  /** UTF-16 units that stand before `text` in the file: 1 for a byte order mark, else 0. */
  readonly offset: number;
  /** Whether it is a libvirt document at all; if not, there are no findings. */
  readonly ours: boolean;
  /** In the order of their ranges. */
  readonly findings: readonly CheckedFinding[];
  /** Where an offset of another file that was checked stands; a finding's related places may lead there. */
  readonly positionIn: (file: string, offset: number) => LinePosition | undefined;
}

export interface CheckedFinding {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}
