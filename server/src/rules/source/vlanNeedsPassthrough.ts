import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeElement, replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Fix } from '../finding.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

const modes = new Set(['vepa', 'bridge', 'private']);

/** A VLAN tag on macvtap, which only a device in passthrough mode can have. */
export const vlanNeedsPassthrough: Rule = {
  code: 'source/vlan-needs-passthrough',
  severity: 'error',
  covers: ['VL11'],
  page: {
    title: 'VLAN tag on macvtap in a mode other than passthrough',
    explanation: `On macvtap, libvirt can set a VLAN tag only on an SR-IOV virtual function in \`mode='passthrough'\`. With \`vepa\`, \`bridge\`, \`private\` or no mode \`define\` takes the \`<vlan>\`, and the start fails: \`vlan tag not supported for this connection type\`.

Put the guest on a VLAN device of the host instead: \`dev='eth0.5'\` is VLAN 5 of \`eth0\`.`,
    bad: "<interface type='direct'>\n  <source dev='eth0' mode='bridge'/>\n  <vlan>\n    <tag id='5'/>\n  </vlan>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0.5' mode='bridge'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    if (selectedType(element) !== 'direct') return;
    const source = findChild(element.xml, 'source');
    const vlan = findChild(element.xml, 'vlan');
    const mode = source && findAttribute(source, 'mode');
    if (!source || !vlan || !findChild(vlan, 'tag') || (mode && !(mode.closed && modes.has(mode.value)))) return;
    const dev = findAttribute(source, 'dev');
    const tag = findChild(vlan, 'tag');
    const id = tag && findAttribute(tag, 'id')?.value;
    report({
      range: vlan.nameRange,
      message: `Mode ${mode?.value ?? 'vepa'} has no VLAN tags; only passthrough has. libvirt defines the guest and cannot start it. Use a VLAN device of the host as source, such as ${dev?.value || 'eth0'}.${id ?? '5'}.`,
      fixes: () => {
        const remove = removeElement(document.xml, vlan);
        const vlanDevice: readonly Fix[] =
          dev?.value && id !== undefined && /^\d+$/.test(id)
            ? [
                {
                  title: `Use the VLAN device ${dev.value}.${id}`,
                  preferred: true,
                  edits: [...replaceValue(document.xml, dev, `${dev.value}.${id}`), ...remove],
                },
              ]
            : [];
        return [...vlanDevice, { title: 'Remove <vlan>', edits: remove }];
      },
    });
  },
};
