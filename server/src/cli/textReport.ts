import type { RelatedPlace, Severity } from '../rules/finding.ts';
import { createLineIndex, type LineIndex, type LinePosition } from '../xml/lines.ts';
import type { TextRange } from '../xml/range.ts';
import type { CheckedFile, CheckedFinding } from './checkedFile.ts';
import { codeFrame } from './codeFrame.ts';
import { printable } from './printable.ts';
import type { Report, Summary } from './report.ts';

export interface TextStyle {
  readonly colour: boolean;
  /** Cells of a line. */
  readonly width: number;
}

/** Select Graphic Rendition parameters (ECMA-48). */
const RENDITION = { error: '31', warning: '33', information: '36', hint: '34', bold: '1', dim: '2' } as const;
const RESET = '\u001b[0m';
const NARROWEST = 40;
/** Foreign files that the summary names before it only counts them. */
const NAMED_FILES = 5;

type Paint = (style: keyof typeof RENDITION, text: string) => string;

/**
 * For people: `file:line:column: severity: message [code]`, below it the line with carets under the range, the other
 * places involved, and the preferred fix; at the end a summary.
 */
export function createTextReport({ colour, width }: TextStyle): Report {
  const paint: Paint = (style, text) => (colour ? `\u001b[${RENDITION[style]}m${text}${RESET}` : text);
  return {
    begin: () => '',
    file: checked => {
      const lines = createLineIndex(checked.text);
      return checked.findings.map(item => renderFinding(checked, item, lines, paint, width)).join('');
    },
    end: summary => `${renderSummary(summary)}\n`,
  };
}

function renderFinding(
  checked: CheckedFile,
  { finding, fixes }: CheckedFinding,
  lines: LineIndex,
  paint: Paint,
  width: number,
): string {
  const place = renderPlace(checked.file, finding.range, lines);
  const severity = paint(finding.severity, finding.severity);
  const head = `${paint('bold', place)}: ${severity}: ${printable(finding.message)} ${paint('dim', `[${finding.code}]`)}\n`;
  const preferred = fixes.find(fix => fix.preferred) ?? fixes[0];
  return [
    head,
    renderFrame(checked.text, finding.range, lines, text => paint(finding.severity, text), width),
    finding.libvirtMessage === undefined ? '' : `  libvirt: ${printable(finding.libvirtMessage)}\n`,
    preferred === undefined ? '' : `  fix: ${printable(preferred.title)}\n`,
    ...(finding.related ?? []).map(
      related => `  ${renderRelated(checked, related, lines)}: note: ${printable(related.message)}\n`,
    ),
  ].join('');
}

function renderPlace(file: string, range: TextRange, lines: LineIndex): string {
  return renderPosition(file, lines.positionAt(range.start));
}

function renderRelated(checked: CheckedFile, { range, uri }: RelatedPlace, lines: LineIndex): string {
  if (uri === undefined) return renderPlace(checked.file, range, lines);
  const position = checked.positionIn(uri, range.start);
  return position ? renderPosition(uri, position) : printable(uri);
}

function renderPosition(file: string, { line, character }: LinePosition): string {
  return `${printable(file)}:${line + 1}:${character + 1}`;
}

function renderFrame(
  text: string,
  range: TextRange,
  lines: LineIndex,
  mark: (carets: string) => string,
  width: number,
): string {
  const { line } = lines.positionAt(range.start);
  const gutter = String(line + 1).padStart(5);
  const frame = codeFrame(
    text,
    { start: lines.lineStart(line), end: lines.lineEnd(line) },
    range,
    Math.max(NARROWEST, width - gutter.length - 5),
  );
  const indentation = frame.carets.length - frame.carets.trimStart().length;
  const carets = frame.carets.slice(0, indentation) + mark(frame.carets.slice(indentation));
  return `${gutter} | ${frame.source}\n${' '.repeat(gutter.length)} | ${carets}\n`;
}

function renderSummary({ checked, foreign, unreadable, counts }: Summary): string {
  const found = [
    count(counts.error, 'error', 'errors'),
    count(counts.warning, 'warning', 'warnings'),
    count(counts.information, 'information', 'information'),
    count(counts.hint, 'hint', 'hints'),
  ].filter(part => part !== undefined);
  return [
    `${count(checked, 'file', 'files') ?? 'no file'} checked: ${found.length > 0 ? found.join(', ') : 'nothing found'}`,
    unreadable > 0 ? `${unreadable} not read` : undefined,
    foreign.length > 0 ? `${foreign.length} not libvirt's: ${nameSome(foreign)}` : undefined,
  ]
    .filter(part => part !== undefined)
    .join('; ');
}

function count(number: number, one: Severity | 'file', many: string): string | undefined {
  return number === 0 ? undefined : `${number} ${number === 1 ? one : many}`;
}

function nameSome(files: readonly string[]): string {
  const named = files.slice(0, NAMED_FILES).map(printable).join(', ');
  return files.length > NAMED_FILES ? `${named}, …` : named;
}
