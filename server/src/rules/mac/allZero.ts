import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement, replaceValue } from '../../xml/edit.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { macAddress, macPrefix, ZERO_MAC } from './macAddress.ts';

/** The all-zero address, which libvirt replaces. */
export const allZero: Rule = {
  code: 'mac/all-zero',
  severity: 'warning',
  covers: ['MAC03'],
  page: {
    title: 'MAC address of zeros only',
    explanation: `libvirt takes 00:00:00:00:00:00 for "no address" and puts a random one in its place when the guest is defined (libvirt 9.0.0 kept it, and such a card does not work). Write a real address if it shall stay the same; leave \`<mac>\` out if any will do.`,
    bad: "<interface type='user'>\n  <mac address='00:00:00:00:00:00'/>\n</interface>",
    good: "<interface type='user'>\n  <mac address='52:54:00:6b:3c:58'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const mac = macAddress(element);
    if (mac?.value !== ZERO_MAC) return;
    const { attribute } = mac;
    report({
      range: valueRange(attribute),
      message:
        'The MAC address is all zero. libvirt replaces it by a random one when the guest is defined. Write a real address, or leave <mac> out.',
      fixes: generator => {
        const fresh = generator.mac(macPrefix(driver));
        return [
          {
            title: `Write a fresh address: ${fresh}`,
            preferred: true,
            edits: replaceValue(document.xml, attribute, fresh),
          },
          { title: 'Remove <mac>', edits: removeElement(document.xml, attribute.owner) },
        ];
      },
    });
  },
};
