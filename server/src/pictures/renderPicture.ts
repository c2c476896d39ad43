import { escapeText } from '../xml/decode.ts';
import {
  type Box,
  layoutPicture,
  type PictureLayout,
  type PlacedFlow,
  type PlacedNode,
  type Point,
} from './layoutPicture.ts';
import type { Flow, Picture } from './picture.ts';

/** A picture as an image of its own sees no theme: so it stands on a light panel, which reads well on any background. */
const PANEL = '#fbfcfd';
const EDGE = '#57606a';
const TEXT = '#1f2328';
const BLOCKED = '#cf222e';
const WARNING = '#7d4e00';

const FLOW_COLOURS: Readonly<Record<Flow['to'], string>> = { guest: '#0969da', host: '#8250df', outside: '#1a7f37' };
const TITLES: Readonly<Record<Flow['to'], string>> = {
  guest: 'to guest B',
  host: 'to host',
  outside: 'to outside',
};

const LEGEND_LINE = 14;
const FONT = 'system-ui, sans-serif';

/** Pixels of its own, or as wide as the place that it is shown in. */
export type PictureSize = 'natural' | 'fitting';

/** A picture as an SVG document, which needs nothing from around it. */
export function renderPicture(picture: Picture, size: PictureSize = 'natural'): string {
  const layout = layoutPicture(picture);
  const height = layout.height + picture.flows.length * LEGEND_LINE + 8;
  const { width } = layout;
  const extent = size === 'natural' ? ` width="${width}" height="${height}"` : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${extent} viewBox="0 0 ${width} ${height}" role="img" font-family="${FONT}">`,
    `<title>${escapeText(picture.title)}</title>`,
    `<desc>${escapeText(picture.description)}</desc>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="6" fill="${PANEL}" stroke="${EDGE}"/>`,
    ...(layout.owned ? [renderOwned(layout.owned)] : []),
    ...layout.links.map(renderLink),
    // Lines run over bars, in which they turn, and behind boxes, which they pass.
    ...layout.nodes.filter(isBar).map(renderBar),
    ...layout.flows.map(renderFlow),
    ...layout.nodes.filter(node => !isBar(node)).map(renderBox),
    ...renderLegend(layout, picture.flows),
    '</svg>',
    '',
  ].join('\n');
}

function isBar({ node }: PlacedNode): boolean {
  return node.column === undefined;
}

function renderOwned({ left, top, width, height }: Box): string {
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="6" fill="#fff1d6" stroke="${WARNING}" stroke-dasharray="4 3"/>`;
}

function renderLink([from, to]: readonly [Point, Point]): string {
  return `<path d="M${from.x} ${from.y}V${to.y}" stroke="#b4bcc5" stroke-width="44" stroke-opacity=".35"/>`;
}

function renderBar({ node, left, top, width, height }: PlacedNode): string {
  const label = node.note
    ? `${text(left + 8, top + 11, node.label, 11, TEXT)}${text(left + 8, top + 21, node.note, 9.5, WARNING)}`
    : text(left + 8, top + height / 2 + 4, node.label, 12, TEXT);
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="4" fill="#e7ebf0" stroke="${EDGE}"/>${label}`;
}

function renderBox({ node, left, top, width, height }: PlacedNode): string {
  const centre = left + width / 2;
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="4" fill="#ffffff" stroke="${EDGE}"/>${text(centre, top + height / 2 + 4, node.label, 12, TEXT, 'middle')}`;
}

function renderFlow({ flow, points }: PlacedFlow): string {
  const colour = FLOW_COLOURS[flow.to];
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return '';
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const tip = flow.verdict === 'no' ? renderCross(end) : renderArrow(end, end.y > before.y, colour);
  return `<path d="${line}" fill="none" stroke="${colour}" stroke-width="2"${dashOf(flow)}/>${tip}`;
}

function dashOf({ verdict }: Flow): string {
  return verdict === 'yes' ? '' : ` stroke-dasharray="${verdict === 'depends' ? '6 3' : '2 2'}"`;
}

function renderArrow({ x, y }: Point, down: boolean, colour: string): string {
  const back = down ? y - 6 : y + 6;
  return `<path d="M${x} ${y}L${x - 4} ${back}H${x + 4}Z" fill="${colour}"/>`;
}

function renderCross({ x, y }: Point): string {
  return `<path d="M${x - 5} ${y - 5}l10 10m0-10l-10 10" stroke="${BLOCKED}" stroke-width="2.5"/>`;
}

function renderLegend({ height }: PictureLayout, flows: readonly Flow[]): readonly string[] {
  return flows.map((flow, index) => {
    const y = height + 15 + index * LEGEND_LINE;
    const sample = `<path d="M10 ${y - 4}h24" stroke="${FLOW_COLOURS[flow.to]}" stroke-width="2"${dashOf(flow)}/>`;
    const cross = flow.verdict === 'no' ? renderCross({ x: 22, y: y - 4 }) : '';
    return `${sample}${cross}${text(42, y, `${TITLES[flow.to]}: ${flow.verdict}, ${flow.how}`, 10.5, TEXT)}`;
  });
}

function text(x: number, y: number, words: string, size: number, colour: string, anchor?: 'middle'): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${anchor ? ` text-anchor="${anchor}"` : ''}>${escapeText(words)}</text>`;
}
