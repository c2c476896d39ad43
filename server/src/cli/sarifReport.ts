import { pathToFileURL } from 'node:url';
import type { Severity } from '../rules/finding.ts';
import { allCodes } from '../rules/registry.ts';
import { createLineIndex, type LineIndex, type LinePosition } from '../xml/lines.ts';
import type { TextRange } from '../xml/range.ts';
import type { CheckedFile, CheckedFinding } from './checkedFile.ts';
import { STDIN } from './commandLine.ts';
import type { LintEnvironment } from './environment.ts';
import type { Report } from './report.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * Static Analysis Results Interchange Format 2.1.0 (OASIS), one run. Lines and columns count from 1, columns in UTF-16
 * units. The results are written as they come; the codes that they name follow behind them.
 */
export function createSarifReport({ version }: Pick<LintEnvironment, 'version'>): Report {
  /** The codes found so far; their order is that of `tool.driver.rules`. */
  const codes = new Map<string, number>();
  let first = true;
  return {
    begin: () => `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
    file: checked => {
      const lines = createLineIndex(checked.text);
      return checked.findings
        .map(item => {
          const { code } = item.finding;
          const ruleIndex = codes.get(code) ?? codes.size;
          codes.set(code, ruleIndex);
          const separator = first ? '\n' : ',\n';
          first = false;
          return separator + JSON.stringify({ ruleId: code, ruleIndex, ...describeResult(checked, item, lines) });
        })
        .join('');
    },
    end: ({ unreadable }) => {
      const driver = { name: 'libvirt-xml', semanticVersion: version, rules: [...codes.keys()].map(describeCode) };
      const run = { tool: { driver }, invocations: [{ executionSuccessful: unreadable === 0 }] };
      return `${first ? '' : '\n'}],${JSON.stringify(run).slice(1, -1)}}]}\n`;
    },
  };
}

function describeResult(checked: CheckedFile, { finding, fixes }: CheckedFinding, lines: LineIndex) {
  const artifactLocation = { uri: uriOf(checked.file) };
  const { range, severity, message, libvirtMessage, related = [] } = finding;
  return {
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(range, lines) } }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation:
          place.uri === undefined
            ? { artifactLocation, region: regionOf(place.range, lines) }
            : { artifactLocation: { uri: uriOf(place.uri) }, ...regionElsewhere(checked, place.uri, place.range) },
      })),
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map(edit => ({
              deletedRegion: regionOf(edit, lines),
              insertedContent: { text: edit.text },
            })),
          },
        ],
      })),
    }),
    ...(libvirtMessage !== undefined && { properties: { libvirtMessage } }),
  };
}

function regionOf({ start, end }: TextRange, lines: LineIndex) {
  return regionBetween(lines.positionAt(start), lines.positionAt(end));
}

function regionElsewhere({ positionIn }: CheckedFile, file: string, { start, end }: TextRange) {
  const [from, to] = [positionIn(file, start), positionIn(file, end)];
  return from && to ? { region: regionBetween(from, to) } : {};
}

function regionBetween(from: LinePosition, to: LinePosition) {
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/** A reportingDescriptor. */
function describeCode(code: string) {
  const described = allCodes.find(candidate => candidate.code === code);
  if (!described) return { id: code };
  const { title, explanation } = described.page;
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: explanation, markdown: explanation },
    defaultConfiguration: { level: LEVELS[described.severity] },
    properties: { tags: [code.slice(0, code.indexOf('/'))] },
  };
}

/** A relative path stays relative, so that a reader can resolve it against its own copy of the sources. */
function uriOf(file: string): string {
  if (file === STDIN) return 'stdin';
  if (/^([A-Za-z]:)?[\\/]/.test(file)) return pathToFileURL(file).href;
  return file
    .split(/[\\/]/)
    .filter(part => part !== '.')
    .map(encodeURIComponent)
    .join('/');
}
