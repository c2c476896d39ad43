import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { readInterface } from '../../workspace/interfaceFacts.ts';
import type { Rule } from '../rule.ts';
import { makesMacvtap } from '../source/lowerDevice.ts';

/** Macvtap on a device that a bridge or bond of the host has for itself. */
export const enslavedDevice: Rule = {
  code: 'workspace/enslaved-device',
  severity: 'warning',
  covers: ['XD22'],
  page: {
    title: 'Macvtap on a device that belongs to a bridge or bond',
    explanation: `A network device that is a port of a bridge, of Open vSwitch or of a bond has no room for macvtap: the kernel answers \`Device or resource busy\`, and the guest does not start. libvirt cannot know at \`define\`.

Connect the guest to the bridge (\`type='bridge'\`), or put the macvtap on the bond itself. It is a warning and no error, because the host interface of the other file may belong to another host.`,
    beside: [
      "<interface type='bridge' name='br0'>\n  <start mode='onboot'/>\n  <bridge>\n    <interface type='ethernet' name='eth3'/>\n  </bridge>\n</interface>",
    ],
    bad: "<interface type='direct'>\n  <source dev='eth3' mode='bridge'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { workspace, driver, report }) {
    const dev = workspace && makesMacvtap(driver) ? readInterface(element.xml).lowerDevice : undefined;
    const [master] = (dev && workspace?.files.filesWith('enslaved', dev.value)) ?? [];
    const place = master?.enslaved.find(({ value }) => value === dev?.value);
    if (!dev || !master || !place) return;
    const name = master.name?.value ?? '';
    report({
      range: dev.range,
      message: `${dev.value} belongs to ${name} on the host, so that the kernel makes no macvtap on it. libvirt defines the guest and cannot start it on that host. Use ${name} instead of ${dev.value}.`,
      related: [{ uri: master.uri, range: place.range, message: `${name} takes ${dev.value} here` }],
    });
  },
};
