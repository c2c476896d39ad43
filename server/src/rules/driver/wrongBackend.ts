import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute, replaceValue } from '../../xml/edit.ts';
import { childElements, findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { cardDriver, queueTypes } from './virtioCard.ts';

/** Ways to hand over a device of the host, which libvirt's schema lets pass on any interface. */
const handovers = new Set(['vfio', 'kvm', 'xen']);
const besideHandover = new Set(['name', 'model', 'iommufd']);

/** The back end of a host device on a card that is emulated. */
export const wrongBackend: Rule = {
  code: 'driver/wrong-backend',
  severity: 'error',
  covers: ['MOD05'],
  page: {
    title: 'Back end of a host device on an emulated card',
    explanation:
      "A virtio card has the back ends `vhost` and `qemu`. `vfio`, `kvm` and `xen` say how a device of the host is handed over (`type='hostdev'`); libvirt's schema has one list for all types and lets them pass, its code refuses them on a virtio card: `Invalid value for attribute 'name' in element 'driver': 'vfio'.` With any other card libvirt does not read the name at all.",
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver name='vfio'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver name='vhost'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const found = cardDriver(element);
    const name = found && findAttribute(found.driver, 'name');
    if (!found || !name?.closed || !handovers.has(name.value)) return;
    const { driver, card, type } = found;
    const mixed =
      driver.attributes.some(attribute => !besideHandover.has(attribute.name)) || childElements(driver).length > 0;
    // Without virtio the name is not read, and only the schema minds what stands beside it.
    if (!card.isVirtio && !mixed) return;
    const right = queueTypes.has(type) ? 'vhost' : 'qemu';
    report({
      range: valueRange(name),
      message: card.isVirtio
        ? `${name.value} hands over a device of the host, and this card is emulated. libvirt refuses the document. Write ${right}, or leave name out.`
        : `${name.value} hands over a device of the host and goes with nothing else in <driver>: virsh define drops it, virsh edit and --validate refuse it. Write ${right}, or leave name out.`,
      ...(card.isVirtio && {
        libvirtMessage: `Invalid value for attribute 'name' in element 'driver': '${name.value}'.`,
      }),
      fixes: () => [
        { title: `Change to '${right}'`, preferred: true, edits: replaceValue(document.xml, name, right) },
        { title: 'Remove name', edits: removeAttribute(document.xml, name) },
      ],
    });
  },
};
