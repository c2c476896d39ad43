import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { decimalValue } from '../decimal.ts';
import { macAddress } from '../mac/macAddress.ts';
import type { Rule } from '../rule.ts';
import { queueTypes, virtioDriver } from './virtioCard.ts';

/** Several queues where the back end has one. */
export const unsupportedQueues: Rule = {
  code: 'driver/unsupported-queues',
  severity: 'error',
  covers: ['MOD06'],
  page: {
    title: 'Several queues on a type of interface that has one',
    explanation:
      'Several queues need a tap, macvtap, vhost-user or vDPA device. On an interface of another type `define` takes the attribute, and the start fails: `multiqueue is not supported for network interfaces of type user`.',
    bad: "<interface type='user'>\n  <model type='virtio'/>\n  <driver queues='4'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver queues='4'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver: hypervisor, report }) {
    const found = hypervisor === 'qemu' ? virtioDriver(element) : undefined;
    if (!found || queueTypes.has(found.type) || notUnderQemu.has(found.type)) return;
    const queues = findAttribute(found.driver, 'queues');
    if (!queues || (decimalValue(queues) ?? 0) <= 1) return;
    const mac = macAddress(element);
    report({
      range: queues.nameRange,
      message: `An interface of type ${found.type} has one queue. libvirt defines the guest and cannot start it. Leave queues out, or use network, bridge, direct, ethernet, vhostuser or vdpa.`,
      libvirtMessage: `${mac ? `interface ${mac.value} - ` : ''}multiqueue is not supported for network interfaces of type ${found.type}`,
      fixes: () => [{ title: 'Remove queues', preferred: true, edits: removeAttribute(document.xml, queues) }],
    });
  },
};

/** Types that QEMU has not at all, which is reported as that. */
const notUnderQemu = new Set(['null', 'vds']);
