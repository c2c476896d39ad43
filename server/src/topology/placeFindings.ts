import type { Topology, TopologyEntry, TopologyFinding } from '../protocol.ts';
import type { Finding } from '../rules/finding.ts';
import type { TextRange } from '../xml/range.ts';

/** Puts the findings of files, by URI, to the interfaces that they stand in, all others to the node of the file. */
export function placeFindings(
  topology: Topology<TextRange>,
  findings: ReadonlyMap<string, readonly Finding[]>,
): Topology<TextRange> {
  if (findings.size === 0) return topology;
  const place = <T extends TopologyEntry<TextRange>>(entry: T, inside: readonly TopologyEntry<TextRange>[] = []): T => {
    const within = findings.get(entry.place?.uri ?? '') ?? [];
    const own = within.filter(
      ({ range }) => isIn(range, entry) && !inside.some(part => part.place && isIn(range, part)),
    );
    return own.length === 0 ? entry : { ...entry, findings: own.map(finding => toTopologyFinding(finding, entry)) };
  };
  const nodes = topology.nodes.map(node => ({
    ...place(node, node.interfaces),
    interfaces: node.interfaces.map(part => place(part)),
  }));
  return { ...topology, nodes };
}

function isIn(range: TextRange, { place }: TopologyEntry<TextRange>): boolean {
  return place !== undefined && range.start >= place.whole.start && range.end <= place.whole.end;
}

function toTopologyFinding(
  { severity, message, range }: Finding,
  { place }: TopologyEntry<TextRange>,
): TopologyFinding<TextRange> {
  return { severity, message, uri: place?.uri ?? '', range };
}
