import { forward } from '../../../schema/network/forward.ts';
import { insertAttribute, removeElement, replaceValue } from '../../../xml/edit.ts';
import { findAttribute, findChild, findChildren } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { networkMode, networkName } from '../networkMode.ts';

/** A pool of network devices that lists PCI addresses. */
export const listedFunction: Rule = {
  code: 'forward/listed-function',
  severity: 'error',
  covers: ['NW18'],
  page: {
    title: 'PCI address in a pool of network devices',
    explanation: `PCI addresses are for virtual functions that are handed to the guests, which is what forward mode \`hostdev\` does. In the other modes guests are connected to network devices, which are listed by name. \`virsh net-define\` refuses an address there: \`network '…' has forward mode 'passthrough' but lists a device by PCI address in the device pool. This is only supported for networks with forward mode 'hostdev'\`.`,
    bad: "<network>\n  <name>vfs</name>\n  <forward mode='passthrough'>\n    <address type='pci' domain='0x0000' bus='0x04' slot='0x00' function='0x1'/>\n  </forward>\n</network>",
    good: "<network>\n  <name>vfs</name>\n  <forward mode='hostdev'>\n    <address type='pci' domain='0x0000' bus='0x04' slot='0x00' function='0x1'/>\n  </forward>\n</network>",
  },
  on: [forward],
  check(element, { document, report }) {
    const mode = element.parent && networkMode(element.parent.xml);
    // Beside <interface> an address is dropped: that is forward/mixed-pool.
    if (mode === undefined || mode === 'hostdev' || findChild(element.xml, 'interface')) return;
    const written = findAttribute(element.xml, 'mode');
    for (const address of findChildren(element.xml, 'address')) {
      report({
        range: address.nameRange,
        message: `With mode ${mode} a pool has no PCI addresses. virsh net-define refuses the document. Use mode hostdev, or name the device by <interface dev=…>.`,
        libvirtMessage: `network '${networkName(element, document.xml)}' has forward mode '${mode}' but lists a device by PCI address in the device pool. This is only supported for networks with forward mode 'hostdev'`,
        fixes: () => [
          {
            title: 'Use mode hostdev',
            preferred: true,
            edits: written
              ? replaceValue(document.xml, written, 'hostdev')
              : insertAttribute(document.xml, element.xml, 'mode', 'hostdev'),
          },
          { title: 'Remove this <address>', edits: removeElement(document.xml, address) },
        ],
      });
    }
  },
};
