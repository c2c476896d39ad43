import type { Topology, TopologyLink, TopologyNode, TopologyNodeKind } from '../protocol.ts';
import type { TextRange } from '../xml/range.ts';

export const HOST = 'host';
export const SWITCH = 'switch';
export const OUTSIDE = 'outside';

/** A graph that is being drawn: nodes come into being when something hangs on them. */
export interface Graph {
  /** Takes the place of one that was only needed so far. */
  readonly add: (node: NewNode) => void;
  /** The id of the node of that kind and name; where it is not there yet, it is added as `fresh` describes it. */
  readonly need: (kind: TopologyNodeKind, name: string, fresh?: Partial<NewNode>) => string;
  /** A second link between the same two changes nothing. */
  readonly link: (link: TopologyLink) => void;
  readonly isLinkedTo: (id: string) => boolean;
  /** Names of the nodes of a kind. */
  readonly names: (kind: TopologyNodeKind) => readonly string[];
  readonly take: () => Topology<TextRange>;
}

type NewNode = Pick<TopologyNode<TextRange>, 'id' | 'kind' | 'label'> & Partial<TopologyNode<TextRange>>;

export function createGraph(): Graph {
  const nodes = new Map<string, TopologyNode<TextRange>>();
  const links = new Map<string, TopologyLink>();
  const add = (node: NewNode): void => {
    nodes.set(node.id, { details: [], interfaces: [], findings: [], ...node });
  };
  return {
    add,
    need: (kind, name, fresh) => {
      const id = `${kind}:${name}`;
      if (!nodes.has(id)) add({ id, kind, label: name, ...fresh });
      return id;
    },
    link: link => {
      const key = `${link.from} ${link.to}`;
      if (!links.has(key)) links.set(key, link);
    },
    isLinkedTo: id => [...links.values()].some(({ to }) => to === id),
    names: kind => [...nodes.values()].flatMap(node => (node.kind === kind ? [node.label] : [])),
    take: () => ({ nodes: [...nodes.values()], links: [...links.values()] }),
  };
}
