import type { Datatype } from './datatype.ts';
import { enumeration } from './enumeration.ts';

/** libvirt's `virTristateSwitch`: exactly `on` or `off`. */
export const onOff: Datatype = onOffMeaning('Switches it on.', 'Switches it off.');

/** `on` or `off`, with what each of them means in this place. */
export function onOffMeaning(on: string, off: string): Datatype {
  return enumeration([
    { value: 'on', documentation: { summary: on }, aliases: ['yes', 'true', '1', 'y', 'enabled', 'enable'] },
    { value: 'off', documentation: { summary: off }, aliases: ['no', 'false', '0', 'n', 'disabled', 'disable'] },
  ]);
}
