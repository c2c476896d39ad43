import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { LineRange, Topology, TopologyLink, TopologyNode, TopologyNodeKind } from '../../server/src/protocol.ts';

/** Pixels. */
export const HEADER_HEIGHT = 30;
/** Two lines: a narrow panel has little room beside each other. */
export const ROW_HEIGHT = 38;

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface PlacedNode extends Point {
  readonly node: TopologyNode<LineRange>;
  readonly width: number;
  readonly height: number;
}
export interface PlacedLink {
  readonly link: TopologyLink;
  readonly points: readonly Point[];
}
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

/** From the guests on the left to the outside on the right. */
export const columns: Readonly<Record<TopologyNodeKind, number>> = {
  domain: 0,
  network: 1,
  bridge: 2,
  socket: 2,
  device: 2,
  hostDevice: 2,
  host: 3,
  switch: 3,
  outside: 4,
};

/** More links than this are drawn in the quick way: right angles need a channel of their own for each. */
const MANY_LINKS = 120;

const elk = new ELK();

/** Finds a place for every node and a way for every link; `widthOf` says how wide a node's text is. */
export async function layOut(
  topology: Topology<LineRange>,
  widthOf: (node: TopologyNode<LineRange>) => number,
): Promise<Picture> {
  const quick = topology.links.length > MANY_LINKS;
  // Domains are as wide as the widest of them, so that they stand in line.
  const domainWidth = Math.max(0, ...topology.nodes.filter(({ kind }) => kind === 'domain').map(widthOf));
  const nodes = new Map(topology.nodes.map(node => [node.id, node]));
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.partitioning.activate': 'true',
      'elk.separateConnectedComponents': 'false',
      'elk.spacing.nodeNode': '18',
      'elk.spacing.edgeNode': '14',
      'elk.layered.spacing.nodeNodeBetweenLayers': '36',
      'elk.layered.spacing.edgeNodeBetweenLayers': '12',
      ...(quick ? quickOptions : { 'elk.edgeRouting': 'ORTHOGONAL', 'elk.layered.spacing.edgeEdgeBetweenLayers': '9' }),
    },
    children: topology.nodes.map(node => toElkNode(node, node.kind === 'domain' ? domainWidth : widthOf(node))),
    edges: topology.links.map((link, number) => ({ id: String(number), sources: [link.from], targets: [link.to] })),
  };
  const root: ElkNode = await elk.layout(graph);
  return {
    width: root.width ?? 0,
    height: root.height ?? 0,
    nodes: (root.children ?? []).flatMap(({ id, x = 0, y = 0, width = 0, height = 0 }) => {
      const node = nodes.get(id);
      return node ? [{ node, x, y, width, height }] : [];
    }),
    links: (root.edges ?? []).flatMap(edge => {
      const link = topology.links[Number(edge.id)];
      return link ? [{ link, points: pointsOf(edge) }] : [];
    }),
  };
}

const quickOptions = {
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.thoroughness': '1',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
};

/** A domain has a port at the end of each row. */
function toElkNode(node: TopologyNode<LineRange>, width: number): ElkNode {
  return {
    id: node.id,
    width,
    height: heightOf(node),
    layoutOptions: {
      'elk.partitioning.partition': String(columns[node.kind]),
      ...(node.interfaces.length > 0 && { 'elk.portConstraints': 'FIXED_POS' }),
    },
    ports: node.interfaces.map(({ id }, row) => ({
      id,
      x: width,
      y: HEADER_HEIGHT + (row + 0.5) * ROW_HEIGHT,
      width: 0,
      height: 0,
      layoutOptions: { 'elk.port.side': 'EAST' },
    })),
  };
}

function heightOf({ kind, details, interfaces }: TopologyNode<LineRange>): number {
  if (kind === 'domain') return HEADER_HEIGHT + interfaces.length * ROW_HEIGHT;
  return details.length > 0 ? HEADER_HEIGHT + 18 : HEADER_HEIGHT + 4;
}

function pointsOf({ sections = [] }: ElkExtendedEdge): readonly Point[] {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
}
