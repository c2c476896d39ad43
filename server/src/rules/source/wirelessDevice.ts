import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** The names that Linux and systemd give to wireless devices: `wlan0`, `wlp3s0`, `wlx001122334455`. */
const WIRELESS_NAME = /^(?:wlan\d|wl[opsx][0-9a-f])/;

/** Macvtap on a wireless device, which takes frames of one address only. */
export const wirelessDevice: Rule = {
  code: 'source/wireless-device',
  severity: 'information',
  covers: [],
  page: {
    title: 'Macvtap on a wireless device',
    explanation: `A macvtap device gives the guest a MAC address of its own on the network of the lower device. A wireless access point takes frames only from the address that has logged in, and most adapters send no others. The guest starts, and usually reaches nobody. Use a wired device, or an interface of type \`network\` with NAT.`,
    bad: "<interface type='direct'>\n  <source dev='wlp3s0' mode='bridge'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { report }) {
    const source = selectedType(element) === 'direct' ? findChild(element.xml, 'source') : undefined;
    const dev = source && findAttribute(source, 'dev');
    if (!dev?.closed || !WIRELESS_NAME.test(dev.value)) return;
    report({
      range: valueRange(dev),
      message: `${dev.value} looks like a wireless device, and those seldom take frames of a second MAC address. libvirt starts the guest, which then reaches nobody. Use a wired device, or type='network'.`,
    });
  },
};
