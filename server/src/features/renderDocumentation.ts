import type { ValueDeclaration } from '../schema/datatypes/datatype.ts';
import type { Documentation, Reachability } from '../schema/documentation.ts';

const SITE = 'https://libvirt.org/';

export interface RenderOptions {
  /** Page below https://libvirt.org/ to link to; no link when absent. */
  readonly page?: string | undefined;
}

/** The whole of a documentation as Markdown paragraphs, without a heading. */
export function renderDocumentation(documentation: Documentation, { page }: RenderOptions = {}): string {
  const { summary, details, needs, reachability } = documentation;
  return joinParagraphs([
    escapeMarkup(summary),
    details && escapeMarkup(details),
    renderFacts(documentation),
    needs && escapeMarkup(`**Needs:** ${needs}`),
    reachability && renderReachability(reachability),
    renderLink(page),
  ]);
}

/** A link to a page below https://libvirt.org/. */
export function renderLink(page: string | undefined): string | undefined {
  return page && `[libvirt documentation](${SITE}${encodeURI(page)})`;
}

/** One below the other, with those left out that there are not. */
export function joinParagraphs(paragraphs: readonly (string | undefined)[]): string {
  return paragraphs.filter(paragraph => paragraph).join('\n\n');
}

/** Default, unit, first release and drivers, in one line. */
function renderFacts({ default: value, unit, since, drivers }: Documentation): string {
  const facts = [
    value && escapeMarkup(`**Default:** ${value}`),
    unit && escapeMarkup(`**Unit:** ${unit}`),
    since && `**Since:** libvirt ${since}`,
    drivers && `**Drivers:** ${drivers.join(', ')}`,
  ];
  return facts.filter(fact => fact).join(' · ');
}

/** Who reaches whom, one question a row. */
function renderReachability(reach: Reachability): string {
  // The heading stands above: in a header cell it would squeeze the first column of a narrow suggestion.
  const table = renderTable(
    ['', ''],
    [
      ['guest to guest on this host', reach.guestToGuest],
      ['guest to host', reach.guestToHost],
      ['guest to outside', reach.guestToOutside],
      ['requires', reach.requires],
    ],
  );
  return `**Who reaches whom**\n\n${table}`;
}

/** Who reaches whom with each of the values, one value a row. */
export function renderComparison(values: readonly ValueDeclaration[]): string {
  return renderTable(
    ['', 'guest to guest on this host', 'guest to host', 'guest to outside', 'requires'],
    values.map(({ value, documentation: { summary, reachability } }) =>
      reachability
        ? [
            inlineCode(value),
            reachability.guestToGuest,
            reachability.guestToHost,
            reachability.guestToOutside,
            reachability.requires,
          ]
        : [inlineCode(value), summary, '', '', ''],
    ),
  );
}

function renderTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows.map(row => row.map(escapeCell))];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function escapeCell(text: string): string {
  return escapeMarkup(text)
    .replaceAll('|', '\\|')
    .replaceAll(/\s*[\r\n]+\s*/g, ' ');
}

/** Markdown in which a `<` outside of code is a plain character: some clients would take a tag for HTML and drop it. */
export function escapeMarkup(markdown: string): string {
  return markdown
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;')))
    .join('');
}

/** Longest text of the user's document that is shown. */
const LONGEST_SHOWN = 120;

/** Text of the user's document as inline code, whatever backticks it contains; on one line, cut when it is long. */
export function inlineCode(text: string): string {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  const line = shown.replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + padding + line + padding + fence;
}
