import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import { cardModel } from '../model/cardModel.ts';
import { setModel } from '../model/setModel.ts';
import type { Rule } from '../rule.ts';

/** The node of the vhost module beside a card that vhost does not serve. */
export const vhostNotVirtio: Rule = {
  code: 'backend/vhost-not-virtio',
  severity: 'warning',
  covers: ['PB05'],
  page: {
    title: 'vhost device beside a card that is not virtio',
    explanation: `vhost moves the frames of virtio cards. libvirt reads \`vhost\` on \`<backend>\` only when \`<model>\` says virtio in the text, and drops it without a message for any other card; also when no model is written, because the usual one is filled in later.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='e1000'/>\n  <backend vhost='/dev/vhost-net'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <backend vhost='/dev/vhost-net'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const type = selectedType(element);
    const backend = findChild(element.xml, 'backend');
    const vhost = backend && findAttribute(backend, 'vhost');
    const card = vhost && cardModel(element);
    if (!card || card.isVirtio || type === undefined) return;
    report({
      range: vhost.nameRange,
      message: `vhost is for virtio cards, and ${card.name === undefined ? 'no <model> is written' : `the card is ${card.name}`}. libvirt drops it without a word. Write <model type='virtio'/>, or remove vhost.`,
      unnecessary: true,
      fixes: () => [
        { title: 'Remove vhost', preferred: true, edits: removeAttribute(document.xml, vhost) },
        { title: "Set <model type='virtio'/>", edits: setModel(document.xml, element, 'virtio') },
      ],
    });
  },
};
