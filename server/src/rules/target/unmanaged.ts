import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

/** A ready-made device on an interface type that cannot use one. */
export const unmanaged: Rule = {
  code: 'target/unmanaged',
  severity: 'error',
  covers: ['TGT04'],
  page: {
    title: "target managed='no' on a type other than ethernet",
    explanation: `With \`managed='no'\` libvirt uses a tap or macvtap device that somebody else has made. Only interfaces of type \`ethernet\` can do so. For any other type libvirt refuses the document: \`unmanaged target dev is not supported on interfaces of type '…'\`.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <target dev='tap0' managed='no'/>\n</interface>",
    good: "<interface type='ethernet'>\n  <target dev='tap0' managed='no'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const type = selectedType(element);
    const target = findChild(element.xml, 'target');
    const managed = target && findAttribute(target, 'managed');
    if (type === undefined || type === 'ethernet' || managed?.value !== 'no') return;
    report({
      range: managed.nameRange,
      message: `managed='no' is for type='ethernet' only; this interface has type='${type}'. libvirt refuses the document. Remove managed, or use type='ethernet' with a device that is there already.`,
      libvirtMessage: `unmanaged target dev is not supported on interfaces of type '${type}'`,
      fixes: () => [{ title: 'Remove managed', preferred: true, edits: removeAttribute(document.xml, managed) }],
    });
  },
};
