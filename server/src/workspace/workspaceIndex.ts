import type { FactKind, FileFacts, WorkspaceView } from './model.ts';
import { isOpen } from './names.ts';

/** The facts of all files, found by their values. Plain state: whoever holds it keeps it current. */
export interface WorkspaceIndex extends WorkspaceView {
  /** Takes the place of what was known of the file; `false` when nothing has changed. */
  readonly set: (facts: FileFacts) => boolean;
  /** `false` when the file was not known. */
  readonly remove: (uri: string) => boolean;
}

export function createWorkspaceIndex(): WorkspaceIndex {
  const files = new Map<string, FileFacts>();
  const byKind = new Map<FactKind, Map<string, FileFacts[]>>();

  const forget = (facts: FileFacts): void => {
    for (const [kind, value] of certainValuesIn(facts)) {
      const values = byKind.get(kind);
      const left = values?.get(value)?.filter(other => other !== facts) ?? [];
      if (left.length > 0) values?.set(value, left);
      else values?.delete(value);
    }
  };
  const learn = (facts: FileFacts): void => {
    for (const [kind, value] of certainValuesIn(facts)) {
      let values = byKind.get(kind);
      if (!values) byKind.set(kind, (values = new Map()));
      const known = values.get(value);
      if (!known) values.set(value, [facts]);
      // A file can have a value more than once.
      else if (known.at(-1) !== facts) known.push(facts);
    }
  };

  return {
    set: facts => {
      const known = files.get(facts.uri);
      if (known && JSON.stringify(known) === JSON.stringify(facts)) return false;
      if (known) forget(known);
      files.set(facts.uri, facts);
      learn(facts);
      return true;
    },
    remove: uri => {
      const known = files.get(uri);
      if (known) forget(known);
      return files.delete(uri);
    },
    filesWith: (kind, value) => byKind.get(kind)?.get(value) ?? [],
    valuesOf: kind => [...(byKind.get(kind)?.keys() ?? [])],
    file: uri => files.get(uri),
    files: () => files.values(),
  };
}

function* certainValuesIn(facts: FileFacts): Generator<readonly [FactKind, string]> {
  for (const entry of valuesIn(facts)) if (!isOpen(entry[1])) yield entry;
  if (facts.name && isOpen(facts.name.value)) yield ['unnamed', facts.kind];
}

/** What a file can be found by. A fragment is a copy of what a domain has, or will have: it collides with nothing. */
function* valuesIn(facts: FileFacts): Generator<readonly [FactKind, string]> {
  const { kind, name, uuid, network } = facts;
  for (const { network: used } of facts.interfaces) if (used) yield ['networkUse', used];
  if (kind === 'domain') {
    if (name) yield ['domain', name.value];
    if (uuid) yield ['domainUuid', uuid.value];
    for (const { mac, target, lowerDevice, mode } of facts.interfaces) {
      if (mac) yield ['mac', mac.value];
      if (target) yield ['target', target.value];
      if (lowerDevice && mode) yield ['macvtap', `${mode} ${lowerDevice.value}`];
    }
    for (const { value } of facts.hostDevices) yield ['hostDevice', value];
  }
  if (kind === 'filter' && name) yield ['filter', name.value];
  for (const { value } of facts.enslaved) yield ['enslaved', value];
  if (!network) return;
  if (name) yield ['network', name.value];
  if (uuid) yield ['networkUuid', uuid.value];
  if (network.bridge) yield ['networkBridge', network.bridge.value];
  for (const { value } of network.subnets) yield ['subnet', value];
  for (const { value } of network.devices) yield ['macvtap', `${network.forward} ${value}`];
  for (const { value } of network.pciDevices) yield ['hostDevice', value];
}
