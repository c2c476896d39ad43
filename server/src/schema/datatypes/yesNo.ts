import type { Datatype } from './datatype.ts';
import { enumeration } from './enumeration.ts';

/** libvirt's `virTristateBool`: exactly `yes` or `no`. */
export const yesNo: Datatype = yesNoMeaning('Switches it on.', 'Switches it off.');

/** `yes` or `no`, with what each of them means in this place. */
export function yesNoMeaning(yes: string, no: string): Datatype {
  return enumeration([
    { value: 'yes', documentation: { summary: yes }, aliases: ['on', 'true', '1', 'y', 'enabled', 'enable'] },
    { value: 'no', documentation: { summary: no }, aliases: ['off', 'false', '0', 'n', 'disabled', 'disable'] },
  ]);
}
