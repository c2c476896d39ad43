import { vhostuserSource } from '../../schema/domain/devices/interface/vhostuserSource.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** The end that waits for the other. */
export const serverMode: Rule = {
  code: 'vhostuser/server-mode',
  severity: 'hint',
  covers: ['VU11'],
  page: {
    title: 'vhost-user server, which waits for the switch',
    explanation: `With \`mode='server'\` QEMU makes the socket. The start of the guest stands still until the switch connects, and a card that is plugged into a running guest cannot wait: it has no link until the switch comes. With \`mode='client'\` the switch makes the socket and QEMU connects.

It is right where the switch is a client: the ports of type \`dpdkvhostuserclient\` of Open vSwitch, which survive a restart of the switch. Then ignore this hint, or switch the rule off.`,
    bad: "<interface type='vhostuser'>\n  <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='server'/>\n  <model type='virtio'/>\n</interface>",
    good: "<interface type='vhostuser'>\n  <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='client'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: [vhostuserSource],
  check({ xml }, { document, driver, report }) {
    const mode = findAttribute(xml, 'mode');
    if (driver !== 'qemu' || !mode?.closed || mode.value !== 'server') return;
    report({
      range: valueRange(mode),
      message:
        "As server, QEMU waits at the start of the guest until the switch connects, and cannot wait when the card is plugged in later. It is right for a switch that is a client, such as Open vSwitch with dpdkvhostuserclient; else write mode='client'.",
      fixes: () => [{ title: "Set mode='client'", preferred: true, edits: replaceValue(document.xml, mode, 'client') }],
    });
  },
};
