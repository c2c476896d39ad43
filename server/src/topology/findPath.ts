import type { TopologyPath } from '../protocol.ts';
import { HOST, OUTSIDE } from './graph.ts';
import type { Attachment, TopologyModel } from './model.ts';
import { type Assumptions, allow, block, depend, type Outcome } from './outcome.ts';
import { reachGuest } from './reachGuest.ts';
import { reachFromHost, reachHost } from './reachHost.ts';
import { reachFromOutside, reachOutside } from './reachOutside.ts';

/**
 * Whether `from` can open a connection to `to`, by ids: of a domain (through whichever interface is best), an interface,
 * the host or the outside. `undefined` when one of them is not there.
 */
export function findPath(
  model: TopologyModel,
  from: string,
  to: string,
  options: { readonly hairpin: boolean },
): TopologyPath | undefined {
  const starts = findEnds(model, from);
  const ends = findEnds(model, to);
  const assumptions: Assumptions = { ...options, uplinks: model.uplinks };
  let best: Outcome | undefined;
  for (const start of starts) {
    for (const end of ends) {
      const outcome = reach(start, end, assumptions);
      if (!best || rank[outcome.verdict] > rank[best.verdict]) best = outcome;
      if (best.verdict === 'reaches') return best;
    }
  }
  return best ?? explainEmpty(model, from, to);
}

type End = Attachment | typeof HOST | typeof OUTSIDE;

const rank = { blocked: 0, depends: 1, reaches: 2 } as const;

function findEnds({ attachments }: TopologyModel, id: string): readonly End[] {
  if (id === HOST || id === OUTSIDE) return [id];
  const single = attachments.get(id);
  return single ? [single] : [...attachments.values()].filter(({ domain }) => domain === id);
}

function reach(from: End, to: End, assumptions: Assumptions): Outcome {
  if (from === to) return block([], 'same-place', 'Both are the same place. Choose two different ones.');
  if (from === HOST && to === OUTSIDE) return allow([HOST, OUTSIDE], 'host', 'The host is connected to the outside.');
  if (from === OUTSIDE && to === HOST)
    return allow([OUTSIDE, HOST], 'host', 'The host can be reached from outside, as far as its firewall lets it.');
  for (const end of [from, to]) {
    if (typeof end === 'string') continue;
    if (end.linkDown)
      return block([], 'link-down', `The link of ${end.name} is down: it has no carrier, and gets nothing through.`);
    if (end.connection.kind === 'unconnected') {
      return depend([], 'unconnected', `The files do not say what ${end.name} is connected to: ${end.connection.why}.`);
    }
  }
  if (typeof from === 'string') return fromFixed(from, to, assumptions);
  if (to === HOST) return reachHost(from, assumptions);
  return to === OUTSIDE ? reachOutside(from, assumptions) : reachGuest(from, to, assumptions);
}

function fromFixed(from: typeof HOST | typeof OUTSIDE, to: End, assumptions: Assumptions): Outcome {
  if (typeof to === 'string') return block([], 'same-place', 'Both are the same place. Choose two different ones.');
  return from === HOST ? reachFromHost(to, assumptions) : reachFromOutside(to, assumptions);
}

/** A domain without interfaces is there, and reaches nobody. */
function explainEmpty({ graph }: TopologyModel, ...ids: readonly string[]): TopologyPath | undefined {
  const nodes = ids.map(id => graph.nodes.find(node => node.id === id));
  const empty = nodes.find(node => node?.kind === 'domain' && node.interfaces.length === 0);
  if (!empty || nodes.includes(undefined)) return undefined;
  return block([], 'unconnected', `${empty.label} has no network interface.`);
}
