import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertAttribute, insertChild } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { choosePasst, usesPasst } from '../backend/passt.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

const SAMPLE_PATH = '/var/run/openvswitch/vhost-user1';

/** A vhost-user interface without the socket that it is about. */
export const missingPath: Rule = {
  code: 'vhostuser/missing-path',
  severity: 'error',
  covers: ['VU02'],
  page: {
    title: 'vhost-user interface without the path of its socket',
    explanation: `A \`vhostuser\` interface meets its switch at a Unix socket; only passt makes one of its own. Since 11.1.0 libvirt's schema lets \`path\` and the whole \`<source>\` be missing, the QEMU driver does not: \`Missing required attribute 'path' in element 'source'\`. Older releases refuse it for any driver.`,
    bad: "<interface type='vhostuser'>\n  <source type='unix' mode='client'/>\n  <model type='virtio'/>\n</interface>",
    good: "<interface type='vhostuser'>\n  <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='client'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    if (driver !== 'qemu' || selectedType(element) !== 'vhostuser' || usesPasst(element)) return;
    const source = findChild(element.xml, 'source');
    if (source && findAttribute(source, 'path')) return;
    // One mistake, one finding: an attribute that is unknown there may be the path, misspelt.
    const declared = source && document.bound(source)?.body.attributes;
    if (source?.attributes.some(({ name }) => !declared?.has(name))) return;
    report({
      range: (source ?? element.xml).nameRange,
      message: `The path of the socket is missing. libvirt refuses the document. Add path to <source>, or let <backend type='passt'/> make the socket.`,
      libvirtMessage: "Missing required attribute 'path' in element 'source'",
      fixes: () => [
        {
          title: source ? 'Add path' : 'Add <source>',
          preferred: true,
          edits: source
            ? insertAttribute(document.xml, source, 'path', SAMPLE_PATH)
            : insertChild(document.xml, element.xml, `<source type='unix' path='${SAMPLE_PATH}' mode='client'/>`),
        },
        // Beside passt, what is left of the source would be dropped.
        ...(source ? [] : [choosePasst(document.xml, element)]),
      ],
    });
  },
};
