import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { siblingInterfaces } from '../interface/siblingInterfaces.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { groupByLowerDevice, type MacvtapSource, makesMacvtap } from './lowerDevice.ts';

/** Macvtap interfaces on one device whose modes differ, so that they do not reach each other directly. */
export const mixedModes: Rule = {
  code: 'source/mixed-modes',
  severity: 'hint',
  covers: ['XD21'],
  page: {
    title: 'Macvtap interfaces on one device in different modes',
    explanation: `Frames are handed over directly only between two macvtap interfaces that are both in \`bridge\` mode. A \`vepa\` neighbour is reached only through a switch that reflects frames, a \`private\` one only through a router. The guest starts all the same; if its interfaces are meant to reach each other, give them the same mode.`,
    bad: "<domain type='kvm'>\n  <name>router</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth1' mode='vepa'/>\n    </interface>\n    <interface type='direct'>\n      <source dev='eth1' mode='bridge'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>router</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth1' mode='bridge'/>\n    </interface>\n    <interface type='direct'>\n      <source dev='eth1' mode='bridge'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, { driver, report }) {
    if (!makesMacvtap(driver)) return;
    for (const [dev, [first, ...others]] of groupByLowerDevice(siblingInterfaces(element))) {
      // A device in passthrough mode is the business of source/shared-passthrough.
      if ([first, ...others].some(source => modeOf(source) === 'passthrough')) continue;
      for (const other of others) {
        if (modeOf(other) === modeOf(first)) continue;
        report({
          range: other.mode ? valueRange(other.mode) : other.source.nameRange,
          message: `Mode ${modeOf(other)} here and ${modeOf(first)} on another interface of ${dev}. libvirt starts the guest, but only two interfaces in mode bridge hand frames to each other directly. Use one mode if they shall reach each other.`,
          related: [
            {
              range: first.mode ? valueRange(first.mode) : first.source.nameRange,
              message: `${dev} in mode ${modeOf(first)}`,
            },
          ],
        });
      }
    }
  },
};

function modeOf({ mode }: MacvtapSource): string {
  return mode?.value ?? 'vepa';
}
