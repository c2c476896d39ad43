import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { namedDevice } from './targetDevice.ts';

/** IFNAMSIZ of Linux and FreeBSD, without the terminator. */
const MAX_LENGTH = 15;

/** A device name that the kernel cannot hold. */
export const nameTooLong: Rule = {
  code: 'target/name-too-long',
  severity: 'error',
  covers: ['TGT02'],
  page: {
    title: 'Device name of more than 15 characters',
    explanation: `The kernel keeps names of network interfaces in 16 bytes with the terminator. libvirt's schema and \`define\` take longer names; the start fails with \`Network interface name '…' is too long\`.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <target dev='customer-portal-eth0'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <target dev='portal-eth0'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const dev = namedDevice(element, driver)?.dev;
    if (!dev || dev.value.length <= MAX_LENGTH) return;
    const shortened = dev.value.slice(0, MAX_LENGTH);
    report({
      range: valueRange(dev),
      message: `The name has ${dev.value.length} characters, and the kernel takes at most ${MAX_LENGTH}. libvirt defines the guest and cannot start it. Write a shorter name.`,
      libvirtMessage: `Network interface name '${dev.value}' is too long`,
      fixes: () => [
        { title: `Shorten to ${shortened}`, preferred: true, edits: replaceValue(document.xml, dev, shortened) },
      ],
    });
  },
};
