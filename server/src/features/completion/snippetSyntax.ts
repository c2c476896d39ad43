/**
 * Writes the snippet syntax of LSP (section "Snippet Syntax" of the specification): `$1`, `${1:text}`, `${1|a,b|}`.
 */

/** Text that stands literally in a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Text that stands literally inside `${1|…|}`. */
function escapeChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}

/** Numbers the tab stops of one snippet in the order in which they are written. */
export interface TabStops {
  readonly next: () => number;
}

export function createTabStops(): TabStops {
  let last = 0;
  return { next: () => (last += 1) };
}

/** `$1`. */
export function tabStop(stops: TabStops): string {
  return `$${stops.next()}`;
}

/** `${1:text}`: the text is selected, ready to be overwritten. */
export function placeholder(stops: TabStops, text: string): string {
  return text === '' ? tabStop(stops) : `\${${stops.next()}:${escapeSnippet(text)}}`;
}

/** `${1|a,b|}`; a single value is a placeholder. */
export function choice(stops: TabStops, values: readonly string[]): string {
  const [first = ''] = values;
  if (values.length < 2) return placeholder(stops, first);
  return `\${${stops.next()}|${values.map(escapeChoice).join(',')}|}`;
}
