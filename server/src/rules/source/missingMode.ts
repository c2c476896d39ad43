import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertAttribute } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

const modes = ['bridge', 'vepa', 'private', 'passthrough'] as const;

/** A macvtap interface that leaves its mode to libvirt, which takes the one that needs a special switch. */
export const missingMode: Rule = {
  code: 'source/missing-mode',
  severity: 'information',
  covers: ['IF010'],
  page: {
    title: 'Macvtap interface without a mode',
    explanation: `When \`mode\` is not written on the source of a \`type='direct'\` interface, libvirt takes \`vepa\` and writes it into the definition. In that mode every frame leaves through the network card, also those for another guest on the same host. They come back only from a switch port that reflects frames (hairpin or VEPA mode), which few switches can do and none does by default.

Two guests on one host then cannot reach each other. Usually \`mode='bridge'\` is meant. When you do mean \`vepa\`, write it.

Beside a virtual port of type \`802.1Qbg\` or \`802.1Qbh\` the switch manages the port and \`vepa\` is the usual choice; there it is only a hint to write the mode.`,
    bad: "<interface type='direct'>\n  <source dev='eth0'/>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0' mode='bridge'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    if (selectedType(element) !== 'direct') return;
    const source = findChild(element.xml, 'source');
    if (!source || findAttribute(source, 'mode')) return;
    const virtualport = findChild(element.xml, 'virtualport');
    const managed = /^802\.1qb/i.test((virtualport && attributeValue(virtualport, 'type')) ?? '');
    const usual = managed ? 'vepa' : 'bridge';
    report({
      ...(managed && { severity: 'hint' as const }),
      range: source.nameRange,
      message: managed
        ? "No mode is written. libvirt takes mode='vepa', the usual one with a switch that manages the port. Write it, so that a reader sees it."
        : "No mode is written. libvirt takes mode='vepa': every frame leaves through the network card, and guests on this host reach each other only if the switch sends frames back. Write mode='bridge', or mode='vepa' if the switch does that.",
      fixes: () =>
        modes
          .toSorted((a, b) => Number(b === usual) - Number(a === usual))
          .map((mode, index) => ({
            title: `Set mode='${mode}'`,
            ...(index === 0 && { preferred: true as const }),
            edits: insertAttribute(document.xml, source, 'mode', mode),
          })),
    });
  },
};
