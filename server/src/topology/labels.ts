import type { ForwardMode, InterfaceFacts, NetworkFacts } from '../workspace/model.ts';
import type { Attachment } from './model.ts';
import { describeVlan, resolveVlan } from './vlan.ts';

/** Forward modes as a picture names them. */
const forwardLabels: Readonly<Record<ForwardMode, string>> = {
  none: 'isolated',
  nat: 'NAT',
  route: 'routed',
  open: 'open',
  bridge: 'bridge',
  private: 'private',
  vepa: 'vepa',
  passthrough: 'passthrough',
  hostdev: 'hostdev',
};

/** What a row for an interface says beside its name. */
export function describeInterface(
  facts: InterfaceFacts,
  { connection, vlan, isolated }: Attachment,
): readonly string[] {
  return [
    connection.kind === 'macvtap' && facts.network === undefined ? `${connection.mode} mode` : undefined,
    connection.kind === 'user' ? 'user mode' : undefined,
    facts.model,
    facts.portgroup && `portgroup ${facts.portgroup}`,
    facts.virtualport,
    vlan.untagged === 0 ? undefined : describeVlan(vlan),
    isolated ? 'isolated port' : undefined,
    facts.linkDown ? 'link down' : undefined,
  ].filter(detail => detail !== undefined);
}

export function describeNetwork({ forward, virtualport, vlan, isolated, devices }: NetworkFacts): readonly string[] {
  return [
    forward && forwardLabels[forward],
    devices.length > 1 ? `${devices.length} devices` : undefined,
    virtualport?.type,
    vlan && describeVlan(resolveVlan(vlan, undefined)),
    isolated ? 'isolated ports' : undefined,
  ].filter(detail => detail !== undefined);
}
