import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import type { Rule } from '../rule.ts';
import { findLowerDevice, findOtherUser, macvtapModes, setMode } from './sharedLowerDevice.ts';

/** A lower device in passthrough mode that another domain or a network uses as well. */
export const sharedPassthrough: Rule = {
  code: 'workspace/shared-passthrough',
  severity: 'warning',
  covers: ['XD20'],
  page: {
    title: 'Device in passthrough mode that another domain uses as well',
    explanation: `With \`mode='passthrough'\` the lower device belongs to one guest interface alone: the kernel makes no second macvtap on it, and no passthrough on a device that carries another. libvirt does not compare domains. It takes both, and the one that is started second fails with \`error creating macvtap interface\`.

Give each guest a device of its own (a virtual function of an SR-IOV card, for example), or put all of them into \`mode='bridge'\`. It is a warning and no error, because the two may never run on one host at the same time.`,
    beside: [
      "<domain type='kvm'>\n  <name>web</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth1' mode='passthrough'/>\n    </interface>\n  </devices>\n</domain>",
    ],
    bad: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth1' mode='passthrough'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='direct'>\n      <source dev='eth2' mode='passthrough'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const lower = findLowerDevice(element, context);
    if (!lower) return;
    const { dev, mode } = lower;
    const other = findOtherUser(dev, mode === 'passthrough' ? macvtapModes : ['passthrough'], context);
    if (!other) return;
    const [taker, taken] = mode === 'passthrough' ? ['this interface', other.label] : [other.label, 'this interface'];
    context.report({
      range: dev.range,
      message: `${dev.value} is used by the ${other.label} as well, and ${mode === other.mode ? 'both take' : `${taker} takes`} it in passthrough mode, which shares it with nobody${mode === other.mode ? '' : `, not with ${taken}`}. libvirt takes both, and the one that is started second does not start. Use another device, or mode='bridge' for both.`,
      related: [{ uri: other.file.uri, range: other.place.range, message: `${dev.value} in mode ${other.mode}` }],
      ...(other.mode !== 'passthrough' && { fixes: () => setMode(context.document.xml, element, other.mode) }),
    });
  },
};
