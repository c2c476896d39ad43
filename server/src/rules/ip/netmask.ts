import { guestIp, hostIp } from '../../schema/domain/devices/interface/ipAndRoute.ts';
import { netmaskPrefix } from '../../workspace/subnet.ts';
import { removeAttribute, renameAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';

/** What networks take and interfaces do not. */
export const netmask: Rule = {
  code: 'ip/netmask',
  severity: 'error',
  covers: ['IP17'],
  replaces: ['schema/unknown-attribute'],
  page: {
    title: 'Netmask on the address of an interface',
    explanation: `The \`<ip>\` of a network takes \`netmask\` or \`prefix\`, the \`<ip>\` of an interface only \`prefix\`. libvirt passes over \`netmask\` without a word, so that the address gets the prefix of its class; its schema, which \`virsh edit\` and \`virsh define --validate\` ask, refuses the document.`,
    bad: "<interface type='user'>\n  <ip address='10.0.0.5' netmask='255.255.255.0'/>\n</interface>",
    good: "<interface type='user'>\n  <ip address='10.0.0.5' prefix='24'/>\n</interface>",
  },
  on: [guestIp, hostIp],
  check({ xml }, { document, report }) {
    const mask = findAttribute(xml, 'netmask');
    if (!mask) return;
    const prefix = findAttribute(xml, 'prefix') ? undefined : netmaskPrefix(mask.value);
    report({
      range: mask.nameRange,
      message: `The <ip> of an interface has no netmask. libvirt drops it without a word, its schema refuses the document. ${prefix === undefined ? 'Write the length of the prefix only.' : `Write prefix='${prefix}'.`}`,
      fixes: () => [
        prefix === undefined
          ? { title: 'Remove netmask', preferred: true, edits: removeAttribute(document.xml, mask) }
          : {
              title: `Change to prefix='${prefix}'`,
              preferred: true,
              edits: [
                ...renameAttribute(document.xml, mask, 'prefix'),
                ...replaceValue(document.xml, mask, String(prefix)),
              ],
            },
      ],
    });
  },
};
