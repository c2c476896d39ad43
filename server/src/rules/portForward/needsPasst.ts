import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement } from '../../xml/edit.ts';
import { findChildren } from '../../xml/query.ts';
import { canUsePasst, choosePasst, usesPasst } from '../backend/passt.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { isOlder, type LibvirtVersion } from '../target.ts';

/** Before, libvirt let it pass and forwarded nothing; 9.0.0 is known to do so. */
const REFUSED_SINCE: LibvirtVersion = [11, 1, 0];

/** Ports that nobody forwards; other types of interface are the catalogue's business. */
export const needsPasst: Rule = {
  code: 'portforward/needs-passt',
  severity: 'error',
  covers: ['PF01'],
  page: {
    title: 'Forwarded ports without passt',
    explanation: `Only passt forwards ports of the host to a guest in user space. Without \`<backend type='passt'/>\` libvirt refuses the document: \`The <portForward> element can only be used with the 'passt' backend of interface type='user' or type='vhostuser'\`. libvirt 9.0.0 takes it and forwards nothing. For a guest of a virtual network, forward on the host.`,
    bad: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='2022' to='22'/>\n  </portForward>\n</interface>",
    good: "<interface type='user'>\n  <portForward proto='tcp'>\n    <range start='2022' to='22'/>\n  </portForward>\n  <backend type='passt'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, version, report }) {
    if (!canUsePasst(selectedType(element)) || usesPasst(element)) return;
    const forwards = findChildren(element.xml, 'portForward');
    const [first] = forwards;
    if (!first) return;
    const ignored = isOlder(version, REFUSED_SINCE);
    report({
      ...(ignored && { severity: 'warning' as const }),
      range: first.nameRange,
      message: `Only passt forwards ports, and this interface has another back end. libvirt ${ignored ? 'takes it and forwards nothing' : 'refuses the document'}. Add <backend type='passt'/>, or remove <portForward>.`,
      ...(!ignored && {
        libvirtMessage:
          "The <portForward> element can only be used with the 'passt' backend of interface type='user' or type='vhostuser'",
      }),
      fixes: () => [
        { ...choosePasst(document.xml, element), preferred: true },
        {
          title: 'Remove <portForward>',
          edits: forwards.flatMap(forward => removeElement(document.xml, forward)),
        },
      ],
    });
  },
};
