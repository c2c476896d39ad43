import type { Severity } from '../rules/finding.ts';
import type { CheckedFile } from './checkedFile.ts';
import type { FailOn, OutputFormat } from './commandLine.ts';
import type { LintEnvironment } from './environment.ts';
import { createJsonReport } from './jsonReport.ts';
import { printable } from './printable.ts';
import { readInput } from './readInput.ts';
import type { Report } from './report.ts';
import { createTextReport } from './textReport.ts';

export interface LintOptions {
  readonly format: OutputFormat;
  readonly failOn: FailOn;
  readonly files: readonly string[];
}

/** 0: nothing at or above `--fail-on`; 1: findings; 2: usage, or a file that could not be read. */
export type ExitCode = 0 | 1 | 2;

const BYTE_ORDER_MARK = '\ufeff';

/** Checks one file after the other; what was found is written at once and not kept. */
export async function lint({ format, failOn, files }: LintOptions, environment: LintEnvironment): Promise<ExitCode> {
  const report: Report = format === 'json' ? createJsonReport(environment.pageUrl) : createTextReport(environment);
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const foreign: string[] = [];
  let checkedFiles = 0;
  let unreadable = 0;
  let open = await environment.writeOutput(report.begin());
  for (const file of files) {
    if (!open) break;
    const input = await readInput(file, environment);
    if ('problem' in input) {
      unreadable++;
      await environment.writeError(`libvirt-xml: ${printable(file)}: ${input.problem}\n`);
      continue;
    }
    const checked = check(file, input.text, environment);
    checkedFiles++;
    if (!checked.ours) foreign.push(file);
    for (const { finding } of checked.findings) counts[finding.severity]++;
    open = await environment.writeOutput(report.file(checked));
  }
  if (open) await environment.writeOutput(report.end({ checked: checkedFiles, foreign, unreadable, counts }));
  if (unreadable > 0) return 2;
  return counts.error > 0 || (failOn === 'warning' && counts.warning > 0) ? 1 : 0;
}

function check(file: string, content: string, { service, generator }: LintEnvironment): CheckedFile {
  const offset = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const text = content.slice(offset);
  const document = service.parse(text);
  const findings = service
    .findFindings(document)
    .map(finding => ({ finding, fixes: finding.fixes?.(generator) ?? [] }))
    .toSorted((one, other) => one.finding.range.start - other.finding.range.start);
  return { file, text, offset, ours: document.kind !== undefined, findings };
}
