import { network } from '../../../schema/network/network.ts';
import { insertChild } from '../../../xml/edit.ts';
import { childElements, findAttribute, findChild } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';
import { bridgeName, deviceModes, networkMode, networkName } from '../networkMode.ts';

/** A network whose guests need a device of the host, and that names none. */
export const missingDevice: Rule = {
  code: 'forward/missing-device',
  severity: 'warning',
  covers: ['NW74'],
  page: {
    title: 'Network without the devices that its mode needs',
    explanation: `With forward mode \`private\`, \`vepa\` or \`passthrough\`, and with \`bridge\` when no bridge is named, each guest gets a macvtap device on a device of the host; with \`hostdev\` a virtual function. The network is defined and started without any, and then no guest on it starts: \`network '…' uses a direct mode, but has no forward dev and no interface pool\`.`,
    bad: "<network>\n  <name>lan</name>\n  <forward mode='private'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='private'>\n    <interface dev='eth0'/>\n  </forward>\n</network>",
  },
  on: [network],
  check(element, { document, report }) {
    const mode = networkMode(element.xml);
    const forward = findChild(element.xml, 'forward');
    const needed = deviceModes.has(mode) || (mode === 'bridge' && bridgeName(element.xml) === undefined);
    if (!forward || !needed || findAttribute(forward, 'dev')) return;
    if (childElements(forward).some(({ name }) => ['interface', 'address', 'pf'].includes(name))) return;
    const written = findAttribute(forward, 'mode');
    const child = mode === 'hostdev' ? 'pf' : 'interface';
    const bridge = mode === 'bridge' ? ', or <bridge name=…> for a bridge of the host' : '';
    report({
      range: written ? valueRange(written) : forward.nameRange,
      message: `Mode ${mode} needs a device of the host, and this network names none. libvirt defines and starts the network, and then no guest on it starts. Add <${child} dev=…>${bridge}.`,
      libvirtMessage: `network '${networkName(element, document.xml)}' uses a direct mode, but has no forward dev and no interface pool`,
      fixes: () => [
        {
          title: `Add <${child} dev='eth0'/> to fill in`,
          preferred: true,
          edits: insertChild(document.xml, forward, `<${child} dev='eth0'/>`),
        },
      ],
    });
  },
};
