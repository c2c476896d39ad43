import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import type { Rule } from '../rule.ts';
import { findLowerDevice, findOtherUser, macvtapModes, setMode } from './sharedLowerDevice.ts';

/** Guests on one lower device in modes that do not hand frames to each other. */
export const mixedModes: Rule = {
  code: 'workspace/mixed-modes',
  severity: 'hint',
  covers: ['XD21'],
  page: {
    title: 'Macvtap on one device in another mode than in another domain',
    explanation: `Frames are handed over directly only between two macvtap interfaces of a lower device that are both in \`bridge\` mode. A \`vepa\` neighbour is reached only through a switch that reflects frames, a \`private\` one only through a router. All guests start; if they are meant to reach each other, give them one mode.`,
    beside: [
      "<domain type='kvm'>\n  <name>web</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth1' mode='vepa'/>\n    </interface>\n  </devices>\n</domain>",
    ],
    bad: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth1' mode='bridge'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth1' mode='vepa'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const lower = findLowerDevice(element, context);
    // A device in passthrough mode is the business of workspace/shared-passthrough.
    if (!lower || lower.mode === 'passthrough' || findOtherUser(lower.dev, ['passthrough'], context)) return;
    const { dev, mode } = lower;
    const others = macvtapModes.filter(candidate => candidate !== mode);
    const other = findOtherUser(dev, others, context);
    if (!other) return;
    context.report({
      range: dev.range,
      message: `${dev.value} is in mode ${mode} here and in mode ${other.mode} in the ${other.label}. libvirt starts both, but ${reach(mode, other.mode)}. Use mode bridge for both if they shall reach each other.`,
      related: [{ uri: other.file.uri, range: other.place.range, message: `${dev.value} in mode ${other.mode}` }],
      fixes: () => setMode(context.document.xml, element, other.mode),
    });
  },
};

function reach(one: string, other: string): string {
  return one === 'private' || other === 'private'
    ? 'they reach each other through a router only'
    : 'they reach each other only through a switch that reflects frames';
}
