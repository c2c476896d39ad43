import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** The group address of a multicast interface must be a multicast address; QEMU checks it, libvirt does not. */
export const notMulticast: Rule = {
  code: 'source/not-multicast',
  // libvirt's own test documents carry it: they are defined and never started.
  severity: 'warning',
  covers: ['IF017'],
  page: {
    title: 'Multicast interface with an address that is no multicast address',
    explanation: `Guests with a \`type='mcast'\` interface meet in a multicast group, so the address must be one from 224.0.0.0 to 239.255.255.255. libvirt's schema and \`define\` take any IPv4 address; QEMU refuses it, and the guest does not start.`,
    bad: "<interface type='mcast'>\n  <source address='192.168.0.1' port='5558'/>\n</interface>",
    good: "<interface type='mcast'>\n  <source address='230.0.0.1' port='5558'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    if (selectedType(element) !== 'mcast' || driver !== 'qemu') return;
    const source = findChild(element.xml, 'source');
    const address = source && findAttribute(source, 'address');
    const octets = /^(\d{1,3})(?:\.\d{1,3}){3}$/.exec(address?.value ?? '');
    const first = Number(octets?.[1]);
    if (!address || !octets || first > 255 || (first >= 224 && first <= 239)) return;
    report({
      range: valueRange(address),
      message: `${address.value} is no multicast address. libvirt defines the guest, QEMU then refuses to start it. Write an address from 224.0.0.0 to 239.255.255.255, the same on all guests that shall meet.`,
      fixes: () => [
        { title: "Set address='230.0.0.1'", preferred: true, edits: replaceValue(document.xml, address, '230.0.0.1') },
      ],
    });
  },
};
