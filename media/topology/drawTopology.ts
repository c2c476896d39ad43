import type { LineRange, TopologyEntry, TopologyFinding, TopologyNodeKind } from '../../server/src/protocol.ts';
import { HEADER_HEIGHT, type Picture, type PlacedLink, type PlacedNode, type Point, ROW_HEIGHT } from './layout.ts';
import { detailsOf, fitText, MARK_WIDTH, PADDING } from './measure.ts';
import { svgElement } from './svg.ts';

/** How a kind is called to somebody who cannot see its colour. */
export const kindLabels: Readonly<Record<TopologyNodeKind, string>> = {
  domain: 'domain',
  network: 'network',
  bridge: 'bridge',
  device: 'lower device',
  hostDevice: 'host device',
  socket: 'socket',
  host: 'host',
  switch: 'switch',
  outside: 'outside',
};

/** The picture; elements that stand for something carry its id in `data-id`. */
export function drawTopology({ width, height, nodes, links }: Picture): SVGSVGElement {
  const content = svgElement('g', { class: 'content' });
  // Lines below the boxes, so that none runs over a text.
  content.append(...links.map(drawLink), ...nodes.map(drawNode));
  const svg = svgElement('svg', { role: 'group', 'aria-label': 'Network topology' }, content);
  svg.dataset['width'] = String(width);
  svg.dataset['height'] = String(height);
  return svg;
}

function drawLink({ link, points }: PlacedLink): SVGElement {
  const line = svgElement('path', {
    class: `link${link.assumed ? ' assumed' : ''}`,
    d: roundedPath(points),
    'data-from': link.from,
    'data-to': link.to,
  });
  if (link.assumed) line.append(svgElement('title', {}, 'The files do not say whether it is there'));
  return line;
}

const RADIUS = 7;

/** Through the points, with the corners cut round. */
function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  rest.forEach((corner, index) => {
    const before = points[index] ?? first;
    const after = rest[index + 1];
    if (!after) {
      path += `L${corner.x} ${corner.y}`;
      return;
    }
    const into = towards(corner, before);
    const out = towards(corner, after);
    path += `L${into.x} ${into.y}Q${corner.x} ${corner.y} ${out.x} ${out.y}`;
  });
  return path;
}

/** A few pixels from a corner on the way to another point. */
function towards(corner: Point, other: Point): Point {
  const distance = Math.hypot(other.x - corner.x, other.y - corner.y) || 1;
  const part = Math.min(RADIUS / distance, 0.5);
  return { x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part };
}

function drawNode({ node, x, y, width, height }: PlacedNode): SVGElement {
  const headerHeight = node.kind === 'domain' ? HEADER_HEIGHT : height;
  const header = drawEntry(node, 'header', kindLabels[node.kind]);
  const mark = drawMark(node.findings, width - PADDING, 15);
  const room = width - 2 * PADDING - (mark ? MARK_WIDTH : 0);
  header.append(
    svgElement('rect', { class: 'area', x: 1, y: 1, width: width - 2, height: headerHeight - 2, rx: 4 }),
    svgElement('text', { class: 'name', x: PADDING, y: 20 }, fitText(node.label, room, true)),
  );
  if (mark) header.append(mark);
  if (node.kind !== 'domain' && node.details.length > 0) {
    const details = fitText(detailsOf(node), width - 2 * PADDING);
    header.append(' ', svgElement('text', { class: 'details', x: PADDING, y: 38 }, details));
  }
  return svgElement(
    'g',
    { class: `node ${node.kind}${node.undefined ? ' undefined' : ''}`, transform: `translate(${x} ${y})` },
    svgElement('rect', { class: 'box', width, height, rx: 5 }),
    header,
    ...node.interfaces.map((entry, row) => drawRow(entry, row, width)),
  );
}

function drawRow(entry: TopologyEntry<LineRange>, row: number, width: number): SVGElement {
  const group = drawEntry(entry, 'row', 'interface');
  group.setAttribute('transform', `translate(0 ${HEADER_HEIGHT + row * ROW_HEIGHT})`);
  const mark = drawMark(entry.findings, width - PADDING, ROW_HEIGHT / 2);
  const room = width - 2 * PADDING - (mark ? MARK_WIDTH : 0);
  group.append(
    svgElement('rect', { class: 'area', x: 1, y: 1, width: width - 2, height: ROW_HEIGHT - 2, rx: 3 }),
    svgElement('line', { class: 'rule', x1: 1, x2: width - 1 }),
    svgElement('text', { class: 'row-name', x: PADDING, y: 16 }, fitText(entry.label, room)),
    // Not drawn: it keeps the two apart for those who have them read out.
    ' ',
    svgElement('text', { class: 'details', x: PADDING, y: 31 }, fitText(detailsOf(entry), room)),
    svgElement('circle', { class: 'port', cx: width, cy: ROW_HEIGHT / 2, r: 3 }),
  );
  if (mark) group.append(mark);
  return group;
}

/** Something that can be pointed at, or reached with the keys. */
function drawEntry(entry: TopologyEntry<LineRange>, kind: string, kindLabel: string): SVGGElement {
  // Begins with what is to be seen, so that who speaks to the computer can say that.
  const seen = [entry.label, detailsOf(entry)].filter(text => text !== '').join(' ');
  const description = [seen, kindLabel, ...entry.findings.map(describeFinding)];
  const group = svgElement('g', {
    class: `entry ${kind}${entry.place ? ' placed' : ''}`,
    tabindex: -1,
    role: 'button',
    'aria-label': description.join(', '),
    'data-id': entry.id,
  });
  group.append(svgElement('title', {}, description.join('\n')));
  return group;
}

export function describeFinding({ severity, message }: TopologyFinding<LineRange>): string {
  return `${severity}: ${message}`;
}

const severities = ['error', 'warning', 'information', 'hint'] as const;
/** A cross, an exclamation mark, an i and three dots around the middle. */
const signs = {
  error: 'M-3 -3L3 3M-3 3L3 -3',
  warning: 'M0 -4v5M0 3.5v.1',
  information: 'M0 -3.5v.1M0 -1v5',
  hint: 'M-3.2 0h.1M0 0h.1M3.2 0h.1',
} as const;

/** The sign of the worst finding: its shape tells as much as its colour. */
function drawMark(
  findings: readonly TopologyFinding<LineRange>[],
  right: number,
  middle: number,
): SVGElement | undefined {
  const worst = severities.find(severity => findings.some(finding => finding.severity === severity));
  if (!worst) return undefined;
  return svgElement(
    'g',
    { class: `mark ${worst}`, transform: `translate(${right - 7} ${middle})` },
    svgElement('circle', { r: 7 }),
    svgElement('path', { class: 'sign', d: signs[worst] }),
  );
}
