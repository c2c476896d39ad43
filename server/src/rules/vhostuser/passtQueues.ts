import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { usesPasst } from '../backend/passt.ts';
import { decimalValue } from '../decimal.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

/** More queues than passt has. */
export const passtQueues: Rule = {
  code: 'vhostuser/passt-queues',
  severity: 'warning',
  covers: ['VU09'],
  page: {
    title: 'Several queues with passt',
    explanation: `passt serves one pair of queues. libvirt does not compare that with \`queues\` of \`<driver>\` and asks QEMU for more than passt can serve.`,
    bad: "<interface type='vhostuser'>\n  <model type='virtio'/>\n  <driver queues='4'/>\n  <backend type='passt'/>\n</interface>",
    good: "<interface type='vhostuser'>\n  <model type='virtio'/>\n  <backend type='passt'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    if (selectedType(element) !== 'vhostuser' || !usesPasst(element)) return;
    const driver = findChild(element.xml, 'driver');
    const queues = driver && findAttribute(driver, 'queues');
    const count = decimalValue(queues);
    if (!queues || count === undefined || count < 2) return;
    report({
      range: queues.nameRange,
      message: `passt serves one pair of queues, not ${count}. libvirt does not look, and asks QEMU for all of them. Remove queues.`,
      fixes: () => [{ title: 'Remove queues', preferred: true, edits: removeAttribute(document.xml, queues) }],
    });
  },
};
