import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { usesPasst } from '../backend/passt.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../wording.ts';

const socketAttributes = ['type', 'path', 'mode'] as const;

/** A socket beside passt, which makes its own. */
export const passtSource: Rule = {
  code: 'vhostuser/passt-source',
  severity: 'warning',
  covers: ['VU08'],
  page: {
    title: 'Socket of a vhost-user interface that passt serves',
    explanation: `With \`<backend type='passt'/>\` libvirt starts passt and makes the socket between it and QEMU. It takes \`path\`, \`type\` and \`mode\` of \`<source>\`, drops them without a message and writes its own at every start. Of \`<source>\` only \`dev\` counts, the device of the host.`,
    bad: "<interface type='vhostuser'>\n  <source type='unix' path='/tmp/socket' mode='client'/>\n  <model type='virtio'/>\n  <backend type='passt'/>\n</interface>",
    good: "<interface type='vhostuser'>\n  <source dev='eth0'/>\n  <model type='virtio'/>\n  <backend type='passt'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    if (selectedType(element) !== 'vhostuser' || !usesPasst(element)) return;
    const source = findChild(element.xml, 'source');
    const written = source ? socketAttributes.flatMap(name => findAttribute(source, name) ?? []) : [];
    const [first] = written.toSorted((left, right) => left.start - right.start);
    if (!source || !first) return;
    const names = listNames(
      written.map(({ name }) => name),
      'and',
    );
    report({
      range: first.nameRange,
      message: `passt makes its own socket. libvirt drops ${names} of <source> without a word. Remove ${written.length > 1 ? 'them' : 'it'}; only dev counts.`,
      unnecessary: true,
      fixes: () => [
        findAttribute(source, 'dev')
          ? {
              title: `Remove ${names}`,
              preferred: true,
              edits: written.flatMap(attribute => removeAttribute(document.xml, attribute)),
            }
          : { title: 'Remove <source>', preferred: true, edits: removeElement(document.xml, source) },
      ],
    });
  },
};
