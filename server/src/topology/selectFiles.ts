import type { FileFacts, WorkspaceView } from '../workspace/model.ts';

/** A document and what belongs to it: the networks and bridges that its guests use, the guests of its network. */
export function selectFiles(facts: FileFacts, files: WorkspaceView | undefined): readonly FileFacts[] {
  const found = new Map([[facts.uri, facts]]);
  const add = (others: readonly FileFacts[] = []): void => {
    for (const other of others) if (!found.has(other.uri)) found.set(other.uri, other);
  };
  if (facts.network && facts.name) add(files?.filesWith('networkUse', facts.name.value));
  for (const guest of found.values()) {
    for (const { network } of guest.interfaces) if (network !== undefined) add(files?.filesWith('network', network));
  }
  const bridges = new Set([...found.values()].flatMap(bridgesOf));
  for (const bridge of bridges) add(files?.filesWith('networkBridge', bridge));
  for (const other of files?.files() ?? []) {
    if (other.kind === 'hostInterface' && other.name && bridges.has(other.name.value)) add([other]);
  }
  return [...found.values()];
}

function bridgesOf({ interfaces, network }: FileFacts): readonly string[] {
  return [...interfaces.flatMap(({ bridge }) => bridge ?? []), ...(network?.bridge ? [network.bridge.value] : [])];
}
