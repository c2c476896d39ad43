import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute, findChildren } from '../../xml/query.ts';
import { isInUserSpace } from '../backend/passt.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** The other end of a connection that has no such end. */
export const unsupportedPeer: Rule = {
  code: 'ip/unsupported-peer',
  severity: 'error',
  covers: ['IP10'],
  // It goes, whatever stands there.
  replaces: ['value/bad-ip', 'ip/wrong-family'],
  page: {
    title: 'Peer address in user space',
    explanation: `\`peer\` is the address at the other end of a point-to-point connection. SLIRP and passt have no such end; the QEMU driver refuses the document: \`Invalid attempt to set peer IP for guest\`.`,
    bad: "<interface type='user'>\n  <ip address='10.0.0.5' peer='10.0.0.1'/>\n</interface>",
    good: "<interface type='user'>\n  <ip address='10.0.0.5'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    if (driver !== 'qemu' || !isInUserSpace(element)) return;
    for (const ip of findChildren(element.xml, 'ip')) {
      const peer = findAttribute(ip, 'peer');
      if (!peer) continue;
      report({
        range: valueRange(peer),
        message:
          'A network in user space has no peer: SLIRP and passt are no point-to-point connection. libvirt refuses the document. Remove peer.',
        libvirtMessage: 'Invalid attempt to set peer IP for guest',
        fixes: () => [{ title: 'Remove peer', preferred: true, edits: removeAttribute(document.xml, peer) }],
      });
    }
  },
};
