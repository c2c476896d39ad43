import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** The kernel's limits for the MTU of a tap device (drivers/net/tun.c), and the least that IPv6 asks for (RFC 8200). */
const SMALLEST_TAP = 68;
const LARGEST_TAP = 65521;
const SMALLEST_IPV6 = 1280;

const tapTypes = new Set<string | undefined>(['network', 'bridge', 'ethernet']);

/** An MTU that a tap device cannot have, or that leaves no IPv6. */
export const unsupportedSize: Rule = {
  code: 'mtu/unsupported-size',
  severity: 'error',
  covers: ['MT05'],
  page: {
    title: 'MTU that a tap device cannot have',
    explanation: `The kernel gives a tap device an MTU from 68 to 65521. \`define\` takes any other, and the start of the guest fails. Below 1280 there is no IPv6 on the interface, about which this is only information.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <mtu size='60'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <mtu size='1500'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const mtu = tapTypes.has(selectedType(element)) && driver === 'qemu' ? findChild(element.xml, 'mtu') : undefined;
    const size = mtu && findAttribute(mtu, 'size');
    const value = size?.closed && /^\s*\+?\d{1,9}$/.test(size.value) ? Number(size.value) : 0;
    // 0 stands for none, and above 65535 is out of the range of the attribute.
    if (!size || value === 0 || value > 65535 || (value >= SMALLEST_IPV6 && value <= LARGEST_TAP)) return;
    const startable = value >= SMALLEST_TAP && value <= LARGEST_TAP;
    const instead = value > LARGEST_TAP ? LARGEST_TAP : 1500;
    report({
      ...(startable && { severity: 'information' as const }),
      range: valueRange(size),
      message: startable
        ? `IPv6 needs an MTU of at least ${SMALLEST_IPV6}, and this is ${value}. libvirt starts the guest, and there is no IPv6 on the interface. Write ${SMALLEST_IPV6} or more if you want it.`
        : `A tap device has an MTU from ${SMALLEST_TAP} to ${LARGEST_TAP}, and this is ${value}. libvirt defines the guest and cannot start it. Write ${instead}, or another size in that range.`,
      fixes: () => [
        {
          title: `Set size='${instead}'`,
          preferred: true,
          edits: replaceValue(document.xml, size, String(instead)),
        },
      ],
    });
  },
};
