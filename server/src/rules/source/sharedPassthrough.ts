import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { siblingInterfaces } from '../interface/siblingInterfaces.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { groupByLowerDevice, makesMacvtap } from './lowerDevice.ts';

/** Two macvtap interfaces on a device that one of them takes for itself. */
export const sharedPassthrough: Rule = {
  code: 'source/shared-passthrough',
  severity: 'error',
  covers: ['XD20'],
  page: {
    title: 'Device in passthrough mode that another interface uses as well',
    explanation: `With \`mode='passthrough'\` the lower device belongs to one guest interface alone. The kernel refuses to create a second macvtap on it, whatever the mode of that one, and refuses passthrough on a device that already carries another. libvirt does not compare the interfaces of a domain: \`define\` takes them, the start fails with \`error creating macvtap interface\`.

Give each interface a device of its own (a virtual function of an SR-IOV card, for example), or put all of them into \`mode='bridge'\`.`,
    bad: "<domain type='kvm'>\n  <name>router</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth1' mode='passthrough'/>\n    </interface>\n    <interface type='direct'>\n      <source dev='eth1' mode='bridge'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>router</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth1' mode='bridge'/>\n    </interface>\n    <interface type='direct'>\n      <source dev='eth1' mode='bridge'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    if (!makesMacvtap(driver)) return;
    for (const [dev, group] of groupByLowerDevice(siblingInterfaces(element))) {
      const exclusive = group.filter(({ mode }) => mode?.value === 'passthrough');
      const [first, ...others] = group;
      if (exclusive.length === 0) continue;
      for (const other of others) {
        report({
          range: valueRange(other.dev),
          message: `${dev} is used by two interfaces, one of them in passthrough mode, which takes the device for itself. libvirt defines the guest and cannot start it. Use another device, or mode='bridge' for all of them.`,
          related: [{ range: valueRange(first.dev), message: `${dev} is used here as well` }],
          fixes: () => [
            {
              title: `Set mode='bridge' wherever ${dev} is in passthrough mode`,
              preferred: true,
              edits: exclusive.flatMap(({ mode }) => (mode ? replaceValue(document.xml, mode, 'bridge') : [])),
            },
          ],
        });
      }
    }
  },
};
