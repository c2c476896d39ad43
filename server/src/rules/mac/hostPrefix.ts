import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { macAddress } from './macAddress.ts';

/** First octet fe, which libvirt uses for the host's end of a tap device. */
export const hostPrefix: Rule = {
  code: 'mac/host-prefix',
  severity: 'information',
  covers: ['MAC12'],
  page: {
    title: 'MAC address that begins with fe',
    explanation: `libvirt gives the host's end of a tap device the guest's address with \`fe\` as its first octet, so that the bridge does not take over the address of a guest. When the guest itself begins with \`fe\`, libvirt uses \`fa\` on the host instead. It works, and makes it hard to tell the two ends apart. \`fe\` mostly comes from copying the address that the host shows; the guest's begins with \`52:54:00\`.`,
    bad: "<interface type='network'>\n  <mac address='fe:54:00:11:22:33'/>\n  <source network='default'/>\n</interface>",
    good: "<interface type='network'>\n  <mac address='52:54:00:11:22:33'/>\n  <source network='default'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const mac = macAddress(element);
    if (!mac?.value.startsWith('fe:')) return;
    const fixed = `52${mac.value.slice(2)}`;
    report({
      range: valueRange(mac.attribute),
      message: `The address begins with fe, as that of the host's end of a tap device does. libvirt takes it and uses fa on the host. Write the guest's own address, such as ${fixed}.`,
      fixes: () => [
        {
          title: `Write the guest's end: ${fixed}`,
          preferred: true,
          edits: replaceValue(document.xml, mac.attribute, fixed),
        },
      ],
    });
  },
};
