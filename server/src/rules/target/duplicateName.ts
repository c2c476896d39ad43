import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { groupBy } from '../groupBy.ts';
import { siblingInterfaces } from '../interface/siblingInterfaces.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { namedDevice } from './targetDevice.ts';

/** One device name for two interfaces of a domain. */
export const duplicateName: Rule = {
  code: 'target/duplicate-name',
  severity: 'error',
  covers: ['TGT03'],
  page: {
    title: 'Two interfaces with one device name',
    explanation: `The host can have only one network device of a name. libvirt does not compare the names when the guest is defined; the start fails with \`The … interface already exists\`. Give each interface a name of its own, or leave \`<target>\` out: libvirt then numbers the devices.`,
    bad: "<domain type='kvm'>\n  <name>router</name>\n  <devices>\n    <interface type='bridge'>\n      <source bridge='br0'/>\n      <target dev='router0'/>\n    </interface>\n    <interface type='bridge'>\n      <source bridge='br1'/>\n      <target dev='router0'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>router</name>\n  <devices>\n    <interface type='bridge'>\n      <source bridge='br0'/>\n      <target dev='router0'/>\n    </interface>\n    <interface type='bridge'>\n      <source bridge='br1'/>\n      <target dev='router1'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const devices = siblingInterfaces(element).flatMap(sibling => {
      const device = namedDevice(sibling, driver);
      return device?.managed ? [device] : [];
    });
    for (const [name, [first, ...others]] of groupBy(devices, ({ dev }) => dev.value)) {
      for (const { dev, target } of others) {
        report({
          range: valueRange(dev),
          message: `${name} is also the device of another interface. libvirt defines the guest and cannot start it. Write another name, or remove <target>.`,
          libvirtMessage: `The ${name} interface already exists`,
          related: [{ range: valueRange(first.dev), message: `${name} is used here as well` }],
          fixes: () => [
            {
              title: 'Remove <target>, so that libvirt chooses a name',
              preferred: true,
              edits: removeElement(document.xml, target),
            },
          ],
        });
      }
    }
  },
};
