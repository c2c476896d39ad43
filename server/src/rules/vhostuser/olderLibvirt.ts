import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertAttribute, insertChild } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { usesPasst } from '../backend/passt.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { formatVersion, isOlder, type LibvirtVersion } from '../target.ts';

/** The release that made the card, and the type and mode of the source, optional. */
const OPTIONAL_SINCE: LibvirtVersion = [11, 1, 0];

const DEFAULTS = [
  ['type', 'unix'],
  ['mode', 'client'],
] as const;

/** What a vhost-user interface may leave out by now, for a libvirt that still demands it. */
export const olderLibvirt: Rule = {
  code: 'vhostuser/older-libvirt',
  severity: 'error',
  covers: [],
  page: {
    title: 'vhost-user interface with parts left out, before libvirt 11.1.0',
    explanation: `Since 11.1.0 libvirt takes a virtio card, a Unix socket and the mode \`client\` where a \`vhostuser\` interface does not say otherwise. Older releases demand all three: their schema refuses a \`<source>\` without \`type\` or \`mode\`, and without \`<model>\` they print \`Wrong or no <model> 'type' attribute specified with <interface type='vhostuser'/>. vhostuser requires the virtio-net* frontend\`. Given only when the setting \`libvirt-xml.target.version\` names an older release.`,
    target: '9.0.0',
    bad: "<interface type='vhostuser'>\n  <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='client'/>\n</interface>",
    good: "<interface type='vhostuser'>\n  <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='client'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, version, report }) {
    if (!isOlder(version, OPTIONAL_SINCE) || selectedType(element) !== 'vhostuser' || usesPasst(element)) return;
    const release = `libvirt ${formatVersion(version)}, which this document is meant for, refuses it`;
    if (!findChild(element.xml, 'model')) {
      report({
        range: element.xml.nameRange,
        message: `A vhostuser interface without a virtio card: ${release}. Add <model type='virtio'/>.`,
        libvirtMessage:
          "Wrong or no <model> 'type' attribute specified with <interface type='vhostuser'/>. vhostuser requires the virtio-net* frontend",
        fixes: () => [
          {
            title: "Add <model type='virtio'/>",
            preferred: true,
            safe: true,
            edits: insertChild(document.xml, element.xml, "<model type='virtio'/>"),
          },
        ],
      });
    }
    const source = findChild(element.xml, 'source');
    if (!source) return;
    for (const [name, value] of DEFAULTS) {
      if (findAttribute(source, name)) continue;
      report({
        range: source.nameRange,
        message: `The source of a vhostuser interface without ${name}: the schema of ${release}. Add ${name}='${value}', which later releases take by default.`,
        fixes: () => [
          {
            title: `Add ${name}='${value}'`,
            preferred: true,
            safe: true,
            edits: insertAttribute(document.xml, source, name, value),
          },
        ],
      });
    }
  },
};
