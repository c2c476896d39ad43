import { forward } from '../../../schema/network/forward.ts';
import { insertChild, removeAttribute, removeElement, renameElement } from '../../../xml/edit.ts';
import { attributeValue, findAttribute, findChild, findChildren } from '../../../xml/query.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import type { Rule } from '../../rule.ts';
import { networkName } from '../networkMode.ts';

/** A pool of host devices that names a network device. */
export const namedHostDevice: Rule = {
  code: 'forward/named-host-device',
  severity: 'error',
  covers: ['NW17'],
  page: {
    title: 'Network device in a pool of host devices',
    explanation: `A pool with forward mode \`hostdev\` hands PCI devices to the guests: each virtual function is listed by its PCI address, or \`<pf dev=…>\` names the physical function and libvirt finds them all. \`virsh net-define\` refuses a device by its network name: \`hostdev network '…' lists 'eth0' in the device pool, but hostdev networks require all devices to be listed by PCI address, not network device name\`.`,
    bad: "<network>\n  <name>vfs</name>\n  <forward mode='hostdev' managed='yes'>\n    <interface dev='eth0'/>\n  </forward>\n</network>",
    good: "<network>\n  <name>vfs</name>\n  <forward mode='hostdev' managed='yes'>\n    <pf dev='eth0'/>\n  </forward>\n</network>",
  },
  on: [forward],
  check(element, { document, report }) {
    if (attributeValue(element.xml, 'mode') !== 'hostdev') return;
    const hasPf = findChild(element.xml, 'pf') !== undefined;
    const reportDevice = (range: XmlElement['nameRange'], dev: string, edits: (toPf: boolean) => Edits) =>
      report({
        range,
        message: `With mode hostdev the pool is listed by PCI addresses, or named by <pf>. virsh net-define refuses a network device such as ${dev}. Write <pf dev='${dev}'/> if it is the physical function.`,
        libvirtMessage: `hostdev network '${networkName(element, document.xml)}' lists '${dev}' in the device pool, but hostdev networks require all devices to be listed by PCI address, not network device name`,
        fixes: () => [
          hasPf
            ? { title: `Remove ${dev}`, preferred: true, edits: edits(false) }
            : { title: `Take all virtual functions of ${dev}: <pf>`, preferred: true, edits: edits(true) },
        ],
      });
    const dev = findAttribute(element.xml, 'dev');
    const pool = findChildren(element.xml, 'interface');
    if (dev?.value && pool.length === 0) {
      reportDevice(dev.nameRange, dev.value, toPf => [
        ...removeAttribute(document.xml, dev),
        ...(toPf ? insertChild(document.xml, element.xml, `<pf dev='${dev.value}'/>`) : []),
      ]);
    }
    const [first, ...others] = pool;
    if (!first) return;
    // One physical function is all that a network can have.
    reportDevice(first.nameRange, attributeValue(first, 'dev') ?? '', toPf => [
      ...(toPf ? renameElement(document.xml, first, 'pf') : removeElement(document.xml, first)),
      ...others.flatMap(other => removeElement(document.xml, other)),
    ]);
  },
};

type Edits = ReturnType<typeof removeElement>;
