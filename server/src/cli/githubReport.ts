import type { Severity } from '../rules/finding.ts';
import { createLineIndex, type LineIndex } from '../xml/lines.ts';
import type { CheckedFinding } from './checkedFile.ts';
import { STDIN } from './commandLine.ts';
import { printable } from './printable.ts';
import type { Report } from './report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: each finding becomes an annotation of its file. Lines and columns count from 1. */
export function createGithubReport(): Report {
  return {
    begin: () => '',
    file: ({ file, text, findings }) => {
      const lines = createLineIndex(text);
      return findings.map(item => renderCommand(file, item, lines)).join('');
    },
    end: () => '',
  };
}

function renderCommand(file: string, { finding }: CheckedFinding, lines: LineIndex): string {
  const { range, severity, code, message, libvirtMessage } = finding;
  const from = lines.positionAt(range.start);
  const to = lines.positionAt(range.end);
  const properties = [
    ...(file === STDIN ? [] : [`file=${escapeProperty(file)}`]),
    `line=${from.line + 1}`,
    `endLine=${to.line + 1}`,
    // GitHub takes columns only for what is on one line.
    ...(from.line === to.line ? [`col=${from.character + 1}`, `endColumn=${to.character + 1}`] : []),
    `title=${escapeProperty(code)}`,
  ];
  const said = libvirtMessage === undefined ? message : `${message}\nlibvirt: ${libvirtMessage}`;
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(said)}\n`;
}

/** As the runner decodes it: per cent signs and line breaks; other control characters must not reach the log. */
function escapeData(text: string): string {
  return text
    .replaceAll('%', '%25')
    .split(/\r\n|\r|\n/)
    .map(printable)
    .join('%0A');
}

function escapeProperty(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
