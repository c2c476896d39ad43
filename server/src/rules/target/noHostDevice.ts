import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { isDropped, makesDevice, namingDrivers, targetDevice } from './targetDevice.ts';

/** A device name on an interface that has no device on the host. */
export const noHostDevice: Rule = {
  code: 'target/no-host-device',
  severity: 'warning',
  covers: ['TGT10'],
  page: {
    title: 'Device name on an interface without a device on the host',
    explanation: `libvirt makes a tap or macvtap device on the host for interfaces of type \`network\`, \`bridge\`, \`direct\` and \`ethernet\`, and gives it the name in \`<target>\`. With the other types (\`user\`, \`hostdev\`, \`vdpa\`, \`vhostuser\`, \`mcast\` and so on) there is no such device, and nothing gets the name.`,
    bad: "<interface type='user'>\n  <target dev='guest7'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <target dev='guest7'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const type = selectedType(element);
    const device = targetDevice(element);
    if (type === undefined || !namingDrivers.has(driver) || makesDevice(element, driver)) return;
    // managed='no' is refused here, and a reserved name is dropped anyway: rules of their own.
    if (!device?.managed || isDropped(device, driver)) return;
    report({
      range: device.target.nameRange,
      message: `An interface of type ${type} has no device on the host. libvirt gives the name to nothing. Remove <target>.`,
      unnecessary: true,
      fixes: () => [
        { title: 'Remove <target>', preferred: true, safe: true, edits: removeElement(document.xml, device.target) },
      ],
    });
  },
};
