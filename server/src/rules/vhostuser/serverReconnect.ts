import { vhostuserSource } from '../../schema/domain/devices/interface/vhostuserSource.ts';
import { removeElement, replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';

/** The end that waits to be connected cannot connect again. */
export const serverReconnect: Rule = {
  code: 'vhostuser/server-reconnect',
  severity: 'error',
  covers: ['VU04'],
  page: {
    title: 'Reconnecting vhost-user server',
    explanation: `With \`mode='server'\` QEMU makes the socket and waits; to connect again is up to the switch. libvirt refuses \`<reconnect enabled='yes'>\` there: \`'reconnect' attribute is not supported when source mode='server' for <interface type='vhostuser'>\`.`,
    bad: "<interface type='vhostuser'>\n  <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='server'>\n    <reconnect enabled='yes' timeout='5'/>\n  </source>\n  <model type='virtio'/>\n</interface>",
    good: "<interface type='vhostuser'>\n  <source type='unix' path='/var/run/openvswitch/vhost-user1' mode='client'>\n    <reconnect enabled='yes' timeout='5'/>\n  </source>\n  <model type='virtio'/>\n</interface>",
  },
  on: [vhostuserSource],
  check({ xml }, { document, driver, report }) {
    const mode = findAttribute(xml, 'mode');
    const reconnect = findChild(xml, 'reconnect');
    if (driver !== 'qemu' || mode?.value !== 'server' || !reconnect) return;
    if (attributeValue(reconnect, 'enabled') !== 'yes') return;
    report({
      range: reconnect.nameRange,
      message:
        "Only a client can connect again, and this is the server. libvirt refuses the document. Remove <reconnect>, or write mode='client'.",
      libvirtMessage:
        "'reconnect' attribute is not supported when source mode='server' for <interface type='vhostuser'>",
      fixes: () => [
        { title: 'Remove <reconnect>', preferred: true, edits: removeElement(document.xml, reconnect) },
        { title: "Set mode='client'", edits: replaceValue(document.xml, mode, 'client') },
      ],
    });
  },
};
