import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import { decimalValue } from '../decimal.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { virtioDriver } from './virtioCard.ts';

/** A number of queues that says nothing. */
export const singleQueue: Rule = {
  code: 'driver/single-queue',
  severity: 'hint',
  covers: ['MOD07', 'MOD08'],
  replaces: ['value/out-of-range'],
  page: {
    title: 'One queue, or none',
    explanation:
      "A card has one queue pair unless more are asked for. libvirt stores `queues='1'` as if nothing were written and leaves it out when it prints the document. `queues='0'` means the same to its code and is an error to its schema, which `virsh edit` and `virsh define --validate` ask.",
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver queues='1'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const found = virtioDriver(element);
    const queues = found && findAttribute(found.driver, 'queues');
    const number = decimalValue(queues);
    if (!queues || number === undefined || number > 1) return;
    report({
      ...(number === 0 && { severity: 'error' as const }),
      range: valueRange(queues),
      message:
        number === 0
          ? 'A card has at least one queue. virsh define takes 0 for nothing, virsh edit and --validate refuse it. Leave queues out.'
          : 'One queue is what a card has anyway: libvirt drops the attribute. Leave queues out.',
      unnecessary: true,
      fixes: () => [
        { title: 'Remove queues', preferred: true, safe: true, edits: removeAttribute(document.xml, queues) },
      ],
    });
  },
};
