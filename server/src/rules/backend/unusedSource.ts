import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Fix } from '../finding.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { canUsePasst, choosePasst, usesPasst } from './passt.ts';

/** The device whose connection only passt would use. */
export const unusedSource: Rule = {
  code: 'backend/unused-source',
  severity: 'warning',
  covers: ['PB03'],
  page: {
    title: 'Device of the host in user space without passt',
    explanation: `\`<source dev=…/>\` names the device of the host from which passt takes addresses and routes. SLIRP uses whatever the host uses; without \`<backend type='passt'/>\` libvirt does not read \`dev\` and drops it without a message. (libvirt 9.0.0 keeps it in the definition, and does nothing with it either.)`,
    bad: "<interface type='user'>\n  <source dev='eth0'/>\n  <model type='virtio'/>\n</interface>",
    good: "<interface type='user'>\n  <source dev='eth0'/>\n  <model type='virtio'/>\n  <backend type='passt'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const type = selectedType(element);
    if (!canUsePasst(type) || usesPasst(element)) return;
    const source = findChild(element.xml, 'source');
    const dev = source && findAttribute(source, 'dev');
    if (!dev) return;
    const hasPasst = driver === 'qemu' && type === 'user';
    report({
      range: dev.nameRange,
      message: `Only passt uses a device of the host, and this interface has another back end. libvirt drops dev without a word. ${hasPasst ? "Add <backend type='passt'/>, or remove it." : 'Remove it.'}`,
      unnecessary: true,
      fixes: () => {
        const passt: readonly Fix[] = hasPasst ? [{ ...choosePasst(document.xml, element), preferred: true }] : [];
        const remove: Fix =
          type === 'user'
            ? { title: 'Remove <source>', edits: removeElement(document.xml, source) }
            : { title: 'Remove dev', edits: removeAttribute(document.xml, dev) };
        return [...passt, { ...remove, ...(!hasPasst && { preferred: true as const }) }];
      },
    });
  },
};
