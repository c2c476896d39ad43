import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertChild, renameAttribute, replaceElement, replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { selectedType } from './selectedType.ts';

/** Interface types of other hypervisors in a document for QEMU. */
export const unsupportedType: Rule = {
  code: 'interface/unsupported-type',
  severity: 'error',
  covers: ['IF022', 'IF023', 'IF024'],
  page: {
    title: 'Interface type that QEMU does not have',
    explanation: `\`null\` and \`vds\` describe network cards of VMware ESX, \`internal\` those of VirtualBox. libvirt stores them for any hypervisor.

Under QEMU a guest with \`null\` or \`vds\` does not start: \`network device type 'null' is not supported by this hypervisor\`. With \`internal\` it starts, but with an ordinary user-mode card that never reaches the internal network; that is a warning.

Instead of \`null\`, use an ordinary interface with \`<link state='down'/>\`. Instead of \`internal\`, use a libvirt network without \`<forward>\`.`,
    bad: "<interface type='null'>\n  <mac address='52:54:00:6b:3c:58'/>\n</interface>",
    good: "<interface type='user'>\n  <mac address='52:54:00:6b:3c:58'/>\n  <link state='down'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const type = findAttribute(element.xml, 'type');
    const selected = selectedType(element);
    if (driver !== 'qemu' || !type) return;
    if (selected === 'internal') {
      report({
        severity: 'warning',
        range: valueRange(type),
        message:
          "type='internal' exists only in VirtualBox. Under QEMU libvirt makes a user-mode card instead, which does not reach the internal network. Use type='network' with a libvirt network that has no <forward>.",
        fixes: () => [
          { title: "Change to type='network'", preferred: true, edits: toNetwork(document.xml, element.xml) },
        ],
      });
    } else if (selected === 'null' || selected === 'vds') {
      report({
        range: valueRange(type),
        message: `type='${selected}' exists only in VMware ESX. libvirt defines the guest and cannot start it under QEMU. ${
          selected === 'null'
            ? "Use an ordinary type and <link state='down'/>."
            : "Use type='network' or type='bridge'."
        }`,
        libvirtMessage: `network device type '${selected}' is not supported by this hypervisor`,
        fixes: () => [
          selected === 'null'
            ? {
                title: "Change to type='user' with the cable unplugged",
                preferred: true,
                edits: toUnplugged(document.xml, element.xml),
              }
            : { title: "Change to type='network'", preferred: true, edits: toNetwork(document.xml, element.xml) },
        ],
      });
    }
  },
};

/** The name of an internal network may be that of a libvirt network; the id of a vSphere switch cannot be. */
function toNetwork(document: XmlDocument, element: XmlElement): Fix['edits'] {
  const source = findChild(element, 'source');
  const name = source && findAttribute(source, 'name');
  const network = "<source network='default'/>";
  const mended = source
    ? name
      ? renameAttribute(document, name, 'network')
      : replaceElement(document, source, network)
    : insertChild(document, element, network);
  return [...changeType(document, element, 'network'), ...mended];
}

function toUnplugged(document: XmlDocument, element: XmlElement): Fix['edits'] {
  const link = findChild(element, 'link');
  const state = link && findAttribute(link, 'state');
  return [
    ...changeType(document, element, 'user'),
    ...(state ? replaceValue(document, state, 'down') : insertChild(document, element, "<link state='down'/>")),
  ];
}

function changeType(document: XmlDocument, element: XmlElement, type: string): Fix['edits'] {
  const attribute = findAttribute(element, 'type');
  return attribute ? replaceValue(document, attribute, type) : [];
}
