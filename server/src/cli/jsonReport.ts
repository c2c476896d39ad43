import type { RelatedPlace } from '../rules/finding.ts';
import { createLineIndex, type LineIndex } from '../xml/lines.ts';
import type { CheckedFile, CheckedFinding } from './checkedFile.ts';
import type { Report } from './report.ts';

/** Version of the JSON's shape. Adding a field keeps it; anything else raises it. */
const VERSION = 1;

/**
 * One JSON object, written a file at a time: `{"version":1,"findings":[…]}`. Lines and columns count from 1, columns
 * in UTF-16 units; `start` and `end` are UTF-16 offsets from 0 into the decoded file, a byte order mark included.
 */
export function createJsonReport(pageUrl: (code: string) => string | undefined): Report {
  let first = true;
  return {
    begin: () => `{"version":${VERSION},"findings":[`,
    file: checked => {
      const lines = createLineIndex(checked.text);
      return checked.findings
        .map(item => {
          const separator = first ? '\n' : ',\n';
          first = false;
          return separator + JSON.stringify(toJson(checked, item, lines, pageUrl(item.finding.code)));
        })
        .join('');
    },
    end: () => `${first ? '' : '\n'}]}\n`,
  };
}

function toJson(checked: CheckedFile, { finding, fixes }: CheckedFinding, lines: LineIndex, url: string | undefined) {
  const { start, end } = finding.range;
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return {
    file: checked.file,
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    start: start + checked.offset,
    end: end + checked.offset,
    severity: finding.severity,
    code: finding.code,
    message: finding.message,
    url: url ?? '',
    ...(finding.libvirtMessage !== undefined && { libvirtMessage: finding.libvirtMessage }),
    ...(finding.related?.length && { related: finding.related.map(place => toRelated(place, checked, lines)) }),
    fixes: fixes.map(fix => ({
      title: fix.title,
      preferred: fix.preferred === true,
      edits: fix.edits.map(edit => ({
        start: edit.start + checked.offset,
        end: edit.end + checked.offset,
        text: edit.text,
      })),
    })),
  };
}

/** Of another file there are lines and columns only. */
function toRelated({ range, message, uri }: RelatedPlace, checked: CheckedFile, lines: LineIndex) {
  const file = uri ?? checked.file;
  const position = uri === undefined ? lines.positionAt(range.start) : checked.positionIn(uri, range.start);
  if (!position) return { file, message };
  const place = { file, line: position.line + 1, column: position.character + 1 };
  const { offset } = checked;
  return uri === undefined
    ? { ...place, start: range.start + offset, end: range.end + offset, message }
    : { ...place, message };
}
