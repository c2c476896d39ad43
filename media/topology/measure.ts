import type { LineRange, TopologyEntry, TopologyNode } from '../../server/src/protocol.ts';

const context = document.createElement('canvas').getContext('2d');

const MOST_PIXELS = 280;
const LEAST_PIXELS = 72;
/** Between a box and its texts. */
export const PADDING = 12;
/** The sign of a finding, with the space in front of it. */
export const MARK_WIDTH = 18;

/** What stands behind a name. */
export function detailsOf({ details }: TopologyEntry<LineRange>): string {
  return details.join(' · ');
}

/** Pixels that a node's texts need, within limits. */
export function measureNode(node: TopologyNode<LineRange>): number {
  const rows = node.interfaces.map(row => {
    const text = Math.max(textWidth(row.label), textWidth(detailsOf(row)));
    return text + 2 * PADDING + (row.findings.length > 0 ? MARK_WIDTH : 0);
  });
  const marked = node.findings.length > 0 ? MARK_WIDTH : 0;
  const header = textWidth(node.label, true) + 2 * PADDING + 4 + marked;
  const under = node.kind === 'domain' ? 0 : textWidth(detailsOf(node)) + 2 * PADDING;
  return Math.ceil(Math.min(MOST_PIXELS, Math.max(LEAST_PIXELS, header, under, ...rows)));
}

export function textWidth(text: string, bold = false): number {
  if (!context) return text.length * 8;
  const { fontFamily } = getComputedStyle(document.body);
  context.font = `${bold ? 'bold ' : ''}${bold ? 13 : 12}px ${fontFamily}`;
  return context.measureText(text).width;
}

/** The text, cut to so many pixels. */
export function fitText(text: string, pixels: number, bold = false): string {
  if (textWidth(text, bold) <= pixels) return text;
  let end = text.length;
  while (end > 0 && textWidth(`${text.slice(0, end)}…`, bold) > pixels) end--;
  return end === 0 ? '' : `${text.slice(0, end)}…`;
}
