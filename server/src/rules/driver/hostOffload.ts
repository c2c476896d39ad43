import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertAttribute, insertChild, removeAttribute } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';

const hostOnlyOffloads = new Set(['gso', 'mrg_rxbuf']);

/** An offload of the host's side that stands on the guest's. */
export const hostOffload: Rule = {
  code: 'driver/host-offload',
  severity: 'error',
  covers: ['MOD16'],
  replaces: ['schema/unknown-attribute'],
  page: {
    title: 'Offload that only the host has, written for the guest',
    explanation:
      '`gso` and `mrg_rxbuf` exist in `<host>` only; `<guest>` has csum, tso4, tso6, ecn and ufo. `virsh define` drops the attribute without a message, so that the offload stays on; `virsh edit` and `virsh define --validate` refuse the document.',
    bad: "<interface type='network'>\n  <source network='default'/>\n  <model type='virtio'/>\n  <driver>\n    <host csum='off'/>\n    <guest gso='off'/>\n  </driver>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <model type='virtio'/>\n  <driver>\n    <host csum='off' gso='off'/>\n  </driver>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const driver = findChild(element.xml, 'driver');
    const guest = driver && findChild(driver, 'guest');
    if (!guest) return;
    for (const offload of guest.attributes) {
      if (!hostOnlyOffloads.has(offload.name)) continue;
      report({
        range: offload.nameRange,
        message: `${offload.name} belongs into <host>: <guest> has no such offload. virsh define drops it without a word, virsh edit and --validate refuse it. Move it to <host>, or leave it out.`,
        fixes: () => fixes(document.xml, driver, offload),
      });
    }
  },
};

function fixes(document: XmlDocument, driver: XmlElement, offload: XmlAttribute): readonly Fix[] {
  const { name, value } = offload;
  const host = findChild(driver, 'host');
  const remove: Fix = { title: `Remove ${name}`, edits: removeAttribute(document, offload) };
  const sound = offload.closed && (value === 'on' || value === 'off');
  if (!sound || (host && findAttribute(host, name))) return [{ ...remove, preferred: true }];
  const insert = host
    ? insertAttribute(document, host, name, value)
    : insertChild(document, driver, `<host ${name}='${value}'/>`);
  return [{ title: `Move ${name} to <host>`, preferred: true, edits: [...insert, ...remove.edits] }, remove];
}
