import { LOOK_AHEAD, mayBeLibvirt } from '../protocol.ts';
import type { WrittenOptions } from '../rules/control/readOptions.ts';
import type { FindingOptions } from '../rules/findFindings.ts';
import type { Severity } from '../rules/finding.ts';
import type { WorkspaceIndex } from '../workspace/workspaceIndex.ts';
import { findLinePosition } from '../xml/lines.ts';
import type { CheckedFile } from './checkedFile.ts';
import type { FailOn, OutputFormat } from './commandLine.ts';
import { createReport } from './createReport.ts';
import type { LintEnvironment } from './environment.ts';
import { findFiles } from './findFiles.ts';
import { createJudge } from './judge.ts';
import { printable } from './printable.ts';
import { readInput } from './readInput.ts';
import { readWorkspace, withoutByteOrderMark } from './readWorkspace.ts';

export interface LintOptions {
  readonly format: OutputFormat;
  readonly failOn: FailOn;
  readonly files: readonly string[];
  /** What the documents are meant for; goes before what a configuration file says. */
  readonly target: Pick<WrittenOptions, 'version' | 'hypervisor'>;
  /** The configuration file; without one, the nearest one of each file holds. */
  readonly config?: string;
}

/** 0: nothing at or above `--fail-on`; 1: findings; 2: usage, a file that could not be read, or a mistake in a configuration file. */
export type ExitCode = 0 | 1 | 2;

/**
 * Checks one file after the other, and each against all others; what was found is written at once and not kept.
 */
export async function lint(options: LintOptions, environment: LintEnvironment): Promise<ExitCode> {
  const { format, failOn, files } = options;
  const report = createReport(format, environment);
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const foreign: string[] = [];
  let checkedFiles = 0;
  let unreadable = 0;
  let complaints = 0;
  const complain = async (message: string) => {
    complaints++;
    await environment.writeError(`libvirt-xml: ${printable(message)}\n`);
  };
  const judge = await createJudge(options, environment, complain);
  let open = await environment.writeOutput(report.begin());
  const found = await findFiles(files, environment);
  const workspace = await readWorkspace(found, environment);
  for (const { file, named } of found) {
    if (!open) break;
    const input = await readInput(file, environment);
    if ('problem' in input) {
      if (!named && !looksLikeOurs(file, environment)) continue;
      unreadable++;
      await complain(`${file}: ${input.problem}`);
      continue;
    }
    const checked = check(file, input.text, await judge(file), environment, workspace);
    if (!named && !checked.ours) continue;
    checkedFiles++;
    if (!checked.ours) foreign.push(file);
    for (const { finding } of checked.findings) counts[finding.severity]++;
    open = await environment.writeOutput(report.file(checked));
  }
  if (open) await environment.writeOutput(report.end({ checked: checkedFiles, foreign, unreadable, counts }));
  if (complaints > 0) return 2;
  return counts.error > 0 || (failOn === 'warning' && counts.warning > 0) ? 1 : 0;
}

/** Whether a file that cannot be decoded has one of libvirt's roots; others in a folder are nobody's business here. */
function looksLikeOurs(file: string, { readFile }: LintEnvironment): boolean {
  try {
    const head = new TextDecoder('latin1').decode(readFile(file).subarray(0, LOOK_AHEAD));
    return mayBeLibvirt(head);
  } catch {
    return true;
  }
}

function check(
  file: string,
  content: string,
  options: FindingOptions,
  { service, generator }: LintEnvironment,
  workspace: WorkspaceIndex | undefined,
): CheckedFile {
  const text = withoutByteOrderMark(content);
  const document = service.parse(text);
  const findings = service
    .findFindings(document, { ...options, ...(workspace && { workspace: { uri: file, files: workspace } }) })
    // A report about one file has the edits of that one.
    .map(finding => ({ finding, fixes: (finding.fixes?.(generator) ?? []).filter(({ elsewhere }) => !elsewhere) }))
    .toSorted((one, other) => one.finding.range.start - other.finding.range.start);
  return {
    file,
    text,
    offset: content.length - text.length,
    ours: document.kind !== undefined,
    findings,
    positionIn: (other, offset) => {
      const starts = workspace?.file(other)?.lineStarts;
      return starts && findLinePosition(starts, offset);
    },
  };
}
