import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertAttribute, insertChild, replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild, findChildren } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import { selectedType } from '../interface/selectedType.ts';
import { siblingInterfaces } from '../interface/siblingInterfaces.ts';
import type { Rule } from '../rule.ts';
import { isOlder, type LibvirtVersion } from '../target.ts';
import { valueRange } from '../valueRange.ts';

/** Before, libvirt only wrote a warning into its log. */
const REFUSED_SINCE: LibvirtVersion = [11, 2, 0];

/** The switch reads and writes the memory of the guest, so it must be allowed to. */
export const sharedMemory: Rule = {
  code: 'vhostuser/shared-memory',
  severity: 'error',
  covers: ['VU06'],
  page: {
    title: 'vhost-user interface without shared memory',
    explanation: `The process at the other end of a vhost-user socket moves the frames itself, in the memory of the guest. That memory must be shared: \`<memoryBacking>\` with \`<access mode='shared'/>\`, or \`memAccess='shared'\` on every cell of \`<numa>\`. A cell that says \`private\` overrules \`<access>\`. The memory comes from huge pages, from memfd or from a file.

Since 11.2.0 libvirt refuses the document otherwise: \`'interface' requires shared memory\`. Older releases define and start the guest, and no frame passes.`,
    bad: "<domain type='kvm'>\n  <name>router</name>\n  <memory unit='GiB'>4</memory>\n  <devices>\n    <interface type='vhostuser'>\n      <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='client'/>\n      <model type='virtio'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>router</name>\n  <memory unit='GiB'>4</memory>\n  <memoryBacking>\n    <source type='memfd'/>\n    <access mode='shared'/>\n  </memoryBacking>\n  <devices>\n    <interface type='vhostuser'>\n      <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='client'/>\n      <model type='virtio'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, version, report }) {
    const { root } = document;
    if (driver !== 'qemu' || root?.declaration.name !== 'domain') return;
    const [first, ...others] = siblingInterfaces(element).filter(sibling => selectedType(sibling) === 'vhostuser');
    const type = first && findAttribute(first.xml, 'type');
    if (!type || sharesMemory(root.xml)) return;
    const unnoticed = isOlder(version, REFUSED_SINCE);
    report({
      ...(unnoticed && { severity: 'warning' as const }),
      range: valueRange(type),
      message: `A vhost-user interface needs shared memory, and the memory of this guest is not. libvirt ${unnoticed ? 'starts the guest, and no frame passes' : 'refuses the document'}. Add <memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>.`,
      related: others.map(({ xml }) => ({ range: xml.nameRange, message: 'Needs it as well' })),
      ...(!unnoticed && { libvirtMessage: "'interface' requires shared memory" }),
      fixes: () => [{ title: 'Share the memory of the guest', preferred: true, edits: share(document.xml, root.xml) }],
    });
  },
};

function numaCells(domain: XmlElement): readonly XmlElement[] {
  const cpu = findChild(domain, 'cpu');
  const numa = cpu && findChild(cpu, 'numa');
  return numa ? findChildren(numa, 'cell') : [];
}

/** As qemuValidateDomainDefVhostUserRequireSharedMemory: what a cell does not say, `<access>` says for it. */
function sharesMemory(domain: XmlElement): boolean {
  const backing = findChild(domain, 'memoryBacking');
  const access = backing && findChild(backing, 'access');
  const general = access && attributeValue(access, 'mode');
  const cells = numaCells(domain);
  return cells.length === 0
    ? general === 'shared'
    : cells.every(cell => (attributeValue(cell, 'memAccess') ?? general) === 'shared');
}

function share(document: XmlDocument, domain: XmlElement): readonly TextEdit[] {
  const cells = numaCells(domain).flatMap(cell => {
    const memAccess = findAttribute(cell, 'memAccess');
    return memAccess && memAccess.value !== 'shared' ? replaceValue(document, memAccess, 'shared') : [];
  });
  const covered =
    numaCells(domain).length > 0 && numaCells(domain).every(cell => findAttribute(cell, 'memAccess') !== undefined);
  return covered ? cells : [...cells, ...shareInGeneral(document, domain)];
}

function shareInGeneral(document: XmlDocument, domain: XmlElement): readonly TextEdit[] {
  const backing = findChild(domain, 'memoryBacking');
  if (!backing) {
    const before = findChild(domain, 'currentMemory') ?? findChild(domain, 'memory') ?? findChild(domain, 'name');
    const block = "<memoryBacking>\n  <source type='memfd'/>\n  <access mode='shared'/>\n</memoryBacking>";
    return insertChild(document, domain, block, before);
  }
  const access = findChild(backing, 'access');
  const mode = access && findAttribute(access, 'mode');
  if (mode) return replaceValue(document, mode, 'shared');
  if (access) return insertAttribute(document, access, 'mode', 'shared');
  // Huge pages and files can be shared as they are; anonymous memory needs memfd.
  const hasSource = findChild(backing, 'hugepages') ?? findChild(backing, 'source');
  return insertChild(document, backing, `${hasSource ? '' : "<source type='memfd'/>\n"}<access mode='shared'/>`);
}
