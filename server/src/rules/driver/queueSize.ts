import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { decimalValue } from '../decimal.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { virtioDriver } from './virtioCard.ts';

/** What QEMU takes (`VIRTIO_NET_RX_QUEUE_MIN_SIZE`, `VIRTQUEUE_MAX_SIZE`), buffers in a queue. */
const sizes = [256, 512, 1024] as const;

/** A length of a queue that libvirt or QEMU refuses. */
export const queueSize: Rule = {
  code: 'driver/queue-size',
  severity: 'error',
  covers: ['MOD09', 'MOD10', 'MOD11'],
  page: {
    title: 'Queue size that QEMU does not take',
    explanation: `The size of a virtio queue is a power of two; libvirt refuses the document otherwise: \`rx_queue_size has to be a power of two\`. It does not look at the range, but QEMU does when the guest starts: \`Invalid rx_queue_size (= 2048), must be a power of 2 between 256 and 1024.\` So there are three sizes: 256, 512 and 1024. A \`tx_queue_size\` other than 256 takes effect with vhost-user and vDPA only.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver rx_queue_size='2048'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver rx_queue_size='1024'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver: hypervisor, report }) {
    const found = hypervisor === 'qemu' ? virtioDriver(element) : undefined;
    if (!found) return;
    for (const name of ['rx_queue_size', 'tx_queue_size']) {
      const attribute = findAttribute(found.driver, name);
      const size = decimalValue(attribute);
      // Zero is refused by the schema already.
      if (!attribute || !size || sizes.some(allowed => allowed === size)) continue;
      const nearest = sizes.toSorted((one, other) => Math.abs(one - size) - Math.abs(other - size))[0];
      const power = Number.isInteger(Math.log2(size));
      report({
        range: valueRange(attribute),
        message: power
          ? `QEMU takes 256, 512 and 1024 as ${name}. libvirt defines the guest, and QEMU refuses to start it. Write ${nearest}.`
          : `${name} must be a power of two. libvirt refuses the document. Write ${nearest}.`,
        libvirtMessage: power
          ? `Invalid ${name} (= ${size}), must be a power of 2 between 256 and 1024.`
          : `${name} has to be a power of two`,
        fixes: () => [
          {
            title: `Change to '${nearest}'`,
            preferred: true,
            edits: replaceValue(document.xml, attribute, String(nearest)),
          },
        ],
      });
    }
  },
};
