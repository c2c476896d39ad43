import type { Flow, Picture, PictureNode } from './picture.ts';

/** Pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends Box {
  readonly node: PictureNode;
}

export interface PlacedFlow {
  readonly flow: Flow;
  /** Corners of the line, which runs straight down, up or across. */
  readonly points: readonly Point[];
}

export interface PictureLayout {
  readonly width: number;
  /** Down to the last row; the legend comes below. */
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly (readonly [Point, Point])[];
  readonly flows: readonly PlacedFlow[];
  readonly owned: Box | undefined;
}

const MARGIN = 8;
/** Left part of a bar, which holds its label. */
const LABEL_WIDTH = 100;
const COLUMN_WIDTH = 84;
const COLUMNS = 3;
const BOX_WIDTH = 74;
// Low enough for a picture to be seen as a whole in a hover, which VS Code opens 250 pixels high.
const NODE_HEIGHT = 24;
const ROW_GAP = 10;
/** Between lines that run side by side. */
const LANE = 12;
/** Between the way down and the way back up on one link. */
const RETURN = 4;
/** The column in which a bar is linked to the next. */
const UPLINK_COLUMN = 1;
const OWNED_PADDING = 4;

/** Where everything of a picture stands: nodes in rows, lines side by side so that none covers another. */
export function layoutPicture({ rows, links, flows, owned = [] }: Picture): PictureLayout {
  const nodes = rows.flatMap((row, index) => row.map(node => placeNode(node, index)));
  const byId = new Map(nodes.map(placed => [placed.node.id, placed]));
  const find = (ids: readonly string[]) => ids.flatMap(id => byId.get(id) ?? []);
  return {
    width: 2 * MARGIN + LABEL_WIDTH + COLUMNS * COLUMN_WIDTH,
    height: MARGIN + rows.length * NODE_HEIGHT + (rows.length - 1) * ROW_GAP,
    nodes,
    links: links.flatMap(ids => {
      const [upper, lower] = find(ids);
      if (!upper || !lower) return [];
      const x = linkPosition(upper, lower);
      return [
        [
          { x, y: upper.top + upper.height },
          { x, y: lower.top },
        ] as const,
      ];
    }),
    flows: flows.map((flow, index) => {
      const way = find(flow.blockedBefore ? [...flow.path, flow.blockedBefore] : flow.path);
      return { flow, points: routeFlow(way, index - (flows.length - 1) / 2, flow.blockedBefore !== undefined) };
    }),
    owned: enclose(find(owned)),
  };
}

function placeNode(node: PictureNode, row: number): PlacedNode {
  const top = MARGIN + row * (NODE_HEIGHT + ROW_GAP);
  return node.column === undefined
    ? { node, left: MARGIN, top, width: LABEL_WIDTH + COLUMNS * COLUMN_WIDTH, height: NODE_HEIGHT }
    : { node, left: columnCentre(node.column) - BOX_WIDTH / 2, top, width: BOX_WIDTH, height: NODE_HEIGHT };
}

function columnCentre(column: number): number {
  return MARGIN + LABEL_WIDTH + (column + 0.5) * COLUMN_WIDTH;
}

function linkPosition(one: PlacedNode, other: PlacedNode): number {
  return columnCentre(one.node.column ?? other.node.column ?? UPLINK_COLUMN);
}

/** The corners of a line from the first node to the edge of the last; when it is blocked, it ends short of the last. */
function routeFlow(way: readonly PlacedNode[], lane: number, blocked: boolean): readonly Point[] {
  const points: Point[] = [];
  for (const [index, from] of way.slice(0, -1).entries()) {
    const to = way[index + 1];
    if (!to) break;
    const down = to.top > from.top;
    const x = linkPosition(from, to) + lane * LANE + (down ? -RETURN : RETURN);
    const middle = from.top + from.height / 2 + lane * (LANE / 2);
    const isLast = index === way.length - 2;
    points.push({ x, y: middle });
    if (isLast && blocked) break;
    points.push({ x, y: isLast ? nearEdge(to, down) : to.top + to.height / 2 + lane * (LANE / 2) });
  }
  return points;
}

function nearEdge(node: PlacedNode, fromAbove: boolean): number {
  return fromAbove ? node.top : node.top + node.height;
}

function enclose(nodes: readonly PlacedNode[]): Box | undefined {
  if (nodes.length === 0) return undefined;
  const left = Math.min(...nodes.map(node => node.left)) - OWNED_PADDING;
  const top = Math.min(...nodes.map(node => node.top)) - OWNED_PADDING;
  const right = Math.max(...nodes.map(node => node.left + node.width)) + OWNED_PADDING;
  const bottom = Math.max(...nodes.map(node => node.top + node.height)) + OWNED_PADDING;
  return { left, top, width: right - left, height: bottom - top };
}
