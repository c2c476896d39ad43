import { network } from '../../../schema/network/network.ts';
import { removeAttribute, removeElement } from '../../../xml/edit.ts';
import { childElements, findAttribute, findChild } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { bridgeName, networkMode, networkName } from '../networkMode.ts';

/** A network of mode bridge that names both a bridge of the host and devices for macvtap. */
export const bridgeAndDevice: Rule = {
  code: 'forward/bridge-and-device',
  severity: 'error',
  covers: ['NW10'],
  page: {
    title: 'Bridge and device together',
    explanation: `Forward mode \`bridge\` means one of two things: with \`<bridge name=…>\` the guests are plugged into a bridge of the host, with a device in \`<forward>\` they get macvtap devices on it. libvirt refuses both together: \`A network with forward mode='bridge' can specify a bridge name or a forward dev, but not both\`. Devices are plugged into a bridge of the host outside libvirt.`,
    bad: "<network>\n  <name>lan</name>\n  <forward mode='bridge' dev='eth0'/>\n  <bridge name='br0'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='bridge'/>\n  <bridge name='br0'/>\n</network>",
  },
  on: [network],
  check(element, { document, report }) {
    const name = bridgeName(element.xml);
    const forward = findChild(element.xml, 'forward');
    const bridge = findChild(element.xml, 'bridge');
    if (!forward || !bridge || name === undefined || networkMode(element.xml) !== 'bridge') return;
    const dev = findAttribute(forward, 'dev');
    const devices = childElements(forward).filter(child => ['interface', 'address', 'pf'].includes(child.name));
    const [range] = [...(dev ? [dev.nameRange] : []), ...devices.map(({ nameRange }) => nameRange)];
    if (!range) return;
    report({
      range,
      message: `Guests are plugged into the bridge ${name} or get macvtap devices on this device, not both. libvirt refuses the document. Remove the device, or remove <bridge>.`,
      libvirtMessage: `A network with forward mode='bridge' can specify a bridge name or a forward dev, but not both (network '${networkName(element, document.xml)}')`,
      related: [{ range: bridge.nameRange, message: `The bridge ${name}` }],
      fixes: () => [
        {
          title: `Remove the device: guests are plugged into ${name}`,
          preferred: true,
          edits: [
            ...(dev ? removeAttribute(document.xml, dev) : []),
            ...devices.flatMap(device => removeElement(document.xml, device)),
          ],
        },
        { title: 'Remove <bridge>: guests get macvtap devices', edits: removeElement(document.xml, bridge) },
      ],
    });
  },
};
