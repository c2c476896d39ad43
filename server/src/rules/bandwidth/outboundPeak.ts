import type { BoundElement } from '../../binding/model.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { bandwidths } from './directions.ts';

/** A peak where the host only cuts off what is too much. */
export const outboundPeak: Rule = {
  code: 'bandwidth/outbound-peak',
  severity: 'warning',
  covers: ['BW10'],
  page: {
    title: 'Peak rate of outbound traffic',
    explanation: `What a guest sends comes in from the host's tap device, and there the host can only police: it drops what exceeds \`average\` and \`burst\`. That policer knows no second rate, so that \`peak\` is taken and has no effect. Inbound traffic is shaped, and has a peak.

On macvtap (type \`direct\`) it is the other way round. In a libvirt network it depends on how the network is connected; there the finding is an information.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth>\n    <outbound average='1000' peak='5000'/>\n  </bandwidth>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <bandwidth>\n    <outbound average='1000' burst='1024'/>\n  </bandwidth>\n</interface>",
  },
  on: bandwidths,
  check(element, { document, report }) {
    const outbound = findChild(element.xml, 'outbound');
    const peak = outbound && findAttribute(outbound, 'peak');
    // Without an average, libvirt refuses the peak.
    if (!peak || !findAttribute(outbound, 'average') || !ignoresPeak(element)) return;
    const mayBeMacvtap = element.parent && selectedType(element.parent) === 'network';
    report({
      ...(mayBeMacvtap && { severity: 'information' as const }),
      range: peak.nameRange,
      message: `The host drops what the guest sends beyond average and burst, and knows no peak for it: libvirt takes peak and does nothing with it${mayBeMacvtap ? ', unless the network is one of macvtap' : ''}. Leave peak out.`,
      unnecessary: true,
      fixes: () => [{ title: 'Remove peak', preferred: true, edits: removeAttribute(document.xml, peak) }],
    });
  },
};

const types = new Set<string | undefined>(['network', 'bridge', 'ethernet']);

/** Whether outbound traffic passes a tap device or the bridge of a network (`virNetDevBandwidthSet` with the directions swapped). */
export function ignoresPeak({ parent }: BoundElement): boolean {
  if (!parent) return false;
  if (parent.declaration === interfaceDevice) return types.has(selectedType(parent));
  return parent.declaration.name === 'network' || parent.declaration.name === 'portgroup';
}
