import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findVirtualport } from './parameters.ts';

/** The usual names of VLAN devices: `eth0.2`, `vlan2`. */
const VLAN_NAME = /\.\d+$|vlan/i;

/** 802.1Qbg takes the VLAN from the device below the macvtap. */
export const notAVlanDevice: Rule = {
  code: 'virtualport/not-a-vlan-device',
  severity: 'hint',
  covers: ['VP29'],
  page: {
    title: '802.1Qbg on a device that does not look like a VLAN device',
    explanation: `The standard wants a VLAN number other than 0 when a port is associated. libvirt takes it from the VLAN device below the macvtap, and sends 0 when there is none. The usual form is a VLAN device as source: \`eth0.2\` is VLAN 2 of \`eth0\`. \`lldpad\` must run on the host with EVB configured for the card.

A VLAN device can have any name, so this is a hint only.`,
    bad: "<interface type='direct'>\n  <source dev='eth0' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    if (virtualport?.interfaceType !== 'direct' || virtualport.type !== '802.1Qbg') return;
    const source = findChild(element.xml, 'source');
    const dev = source && findAttribute(source, 'dev');
    if (!dev?.value || !dev.closed || VLAN_NAME.test(dev.value)) return;
    report({
      range: valueRange(dev),
      message: `802.1Qbg wants a VLAN, which libvirt takes from the device: ${dev.value} does not look like a VLAN device, and VLAN 0 is then sent to the switch. Write one such as ${dev.value}.2, for VLAN 2.`,
      fixes: () => [
        {
          title: `Write ${dev.value}.2 (put in the number of your VLAN)`,
          edits: replaceValue(document.xml, dev, `${dev.value}.2`),
        },
      ],
    });
  },
};
