import type { VlanFacts } from '../workspace/model.ts';
import type { Vlan } from './model.ts';

/** `<vlan>`, or where none is written the VLAN device below a macvtap: `eth1.20` by its usual name. */
export function resolveVlan(facts: VlanFacts | undefined, device: string | undefined): Vlan {
  if (!facts) return { untagged: (device === undefined ? undefined : splitVlanDevice(device).vlan) ?? 0, tagged: [] };
  const { tags, trunk, native } = facts;
  return trunk ? { untagged: native, tagged: tags } : { untagged: tags[0], tagged: [] };
}

/** `eth1.20` is VLAN 20 of `eth1`. Devices can be named otherwise; then nothing is known of them. */
export function splitVlanDevice(device: string): { readonly parent: string; readonly vlan: number | undefined } {
  const match = /^(.+)\.(\d{1,4})$/.exec(device);
  const vlan = Number(match?.[2]);
  return match?.[1] && vlan >= 1 && vlan <= 4094 ? { parent: match[1], vlan } : { parent: device, vlan: undefined };
}

/** `same`: frames pass as they are. `tagging`: only if a guest tags them itself. */
export function compareVlans(first: Vlan, second: Vlan): 'same' | 'tagging' | 'different' {
  if (first.untagged !== undefined && first.untagged === second.untagged) return 'same';
  const common = vlansOf(first).some(vlan => vlansOf(second).includes(vlan));
  return common ? 'tagging' : 'different';
}

function vlansOf({ untagged, tagged }: Vlan): readonly number[] {
  return untagged === undefined ? tagged : [untagged, ...tagged];
}

export function isTagged(vlan: Vlan): boolean {
  return vlan.untagged !== 0;
}

/** As a message or a label says it. */
export function describeVlan({ untagged, tagged }: Vlan): string {
  if (tagged.length > 0) {
    const list = `VLANs ${tagged.join(', ')}`;
    return untagged === undefined ? list : `${list} (${untagged} untagged)`;
  }
  return untagged === 0 ? 'no VLAN' : `VLAN ${untagged}`;
}
