import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { reservedPrefix, targetDevice } from './targetDevice.ts';

/** A device name that libvirt numbers itself and therefore drops. */
export const reservedName: Rule = {
  code: 'target/reserved-name',
  severity: 'warning',
  covers: ['TGT01'],
  page: {
    title: 'Device name that libvirt gives out itself',
    explanation: `Names that begin with \`vnet\`, \`macvtap\` or \`macvlan\` (and \`vif\` under Xen) are numbered by libvirt when a guest starts. In a definition it drops them, so that the guest gets another name than the one written. They usually come from \`virsh dumpxml\` of a running guest.

Take \`<target>\` out, or choose a name of your own of at most 15 characters. With \`managed='no'\` the name is kept.`,
    bad: "<interface type='network'>\n  <source network='default'/>\n  <target dev='vnet7'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <target dev='guest7'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const device = targetDevice(element);
    const prefix = device?.managed ? reservedPrefix(device.dev.value, driver) : undefined;
    // Where the interface has no device on the host, the catalogue says so: any name is dropped.
    if (!device || prefix === undefined || element.body.children.get('target')?.limit) return;
    report({
      range: valueRange(device.dev),
      message: `Names that begin with ${prefix} are given out by libvirt. It drops this one and numbers the device itself. Remove <target>, or choose another name.`,
      unnecessary: true,
      fixes: () => [
        {
          title: 'Remove <target>',
          preferred: true,
          safe: true,
          edits: removeElement(document.xml, device.target),
        },
      ],
    });
  },
};
