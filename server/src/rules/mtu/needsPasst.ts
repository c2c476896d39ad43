import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { attributeValue, findChild } from '../../xml/query.ts';
import { choosePasst, usesPasst } from '../backend/passt.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

/** SLIRP has no MTU to set; other types are the catalogue's business. */
export const needsPasst: Rule = {
  code: 'mtu/needs-passt',
  severity: 'error',
  covers: ['MT02'],
  page: {
    title: 'MTU in user space without passt',
    explanation: `Of the networks in user space only passt has an MTU that can be set. With SLIRP the QEMU driver refuses the document: \`setting MTU on interface type user is not supported yet\`.`,
    bad: "<interface type='user'>\n  <mtu size='9000'/>\n</interface>",
    good: "<interface type='user'>\n  <mtu size='9000'/>\n  <backend type='passt'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    if (driver !== 'qemu' || selectedType(element) !== 'user' || usesPasst(element)) return;
    const mtu = findChild(element.xml, 'mtu');
    // 0 stands for none: mtu/zero.
    if (!mtu || Number(attributeValue(mtu, 'size')) === 0) return;
    report({
      range: mtu.nameRange,
      message:
        "SLIRP has no MTU to set; only passt has. libvirt refuses the document. Remove <mtu>, or use <backend type='passt'/>.",
      libvirtMessage: 'setting MTU on interface type user is not supported yet',
      fixes: () => [
        { title: 'Remove <mtu>', preferred: true, edits: removeElement(document.xml, mtu) },
        choosePasst(document.xml, element),
      ],
    });
  },
};
