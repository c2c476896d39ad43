import { bond } from '../../schema/host/hostInterface.ts';
import { removeElement } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';

/** A bond that is watched in both ways. */
export const twoMonitors: Rule = {
  code: 'host/two-monitors',
  severity: 'error',
  covers: ['HI15'],
  page: {
    title: 'Bond with miimon and arpmon',
    explanation:
      'The members of a bond are watched by their links (`<miimon>`) or by ARP requests (`<arpmon>`). With both, the code of libvirt reads `<miimon>` and drops the other; its schema, which `virsh iface-define --validate` asks, refuses the document.',
    bad: "<interface type='bond' name='bond0'>\n  <bond mode='active-backup'>\n    <miimon freq='100'/>\n    <arpmon interval='1000' target='192.0.2.1'/>\n    <interface type='ethernet' name='eth0'/>\n  </bond>\n</interface>",
    good: "<interface type='bond' name='bond0'>\n  <bond mode='active-backup'>\n    <miimon freq='100'/>\n    <interface type='ethernet' name='eth0'/>\n  </bond>\n</interface>",
  },
  on: [bond],
  check(element, { document, report }) {
    const miimon = findChild(element.xml, 'miimon');
    const arpmon = findChild(element.xml, 'arpmon');
    if (!miimon || !arpmon) return;
    report({
      range: arpmon.nameRange,
      message:
        "A bond is watched by <miimon> or by <arpmon>. libvirt's schema refuses both, its code drops this one. Keep one of them.",
      related: [{ range: miimon.nameRange, message: 'What libvirt reads' }],
      fixes: () => [
        { title: 'Remove <arpmon>', preferred: true, edits: removeElement(document.xml, arpmon) },
        { title: 'Remove <miimon>', edits: removeElement(document.xml, miimon) },
      ],
    });
  },
};
