import type { XmlDocument } from '../../xml/tree.ts';
import type { Finding, Severity } from '../finding.ts';
import { findSuppressions, type Suppression } from './suppression.ts';
import { reportUnused } from './unusedSuppression.ts';

/** What a user makes of a code: another severity, or nothing at all. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/**
 * What is left of a document's findings after the user's say: comments in the document first, then the severities. A
 * text that is no well-formed XML is always told so. `alone`: nothing is known of other files, so that a comment about
 * what they may have is not called unused.
 */
export function applyControl(
  document: XmlDocument,
  findings: readonly Finding[],
  severities: Severities,
  alone: boolean,
): readonly Finding[] {
  const suppressions = findSuppressions(document);
  const used = new Set<Suppression>();
  const left = findings.filter(finding => {
    if (isAboutSyntax(finding)) return true;
    const covering = suppressions.filter(suppression => covers(suppression, finding));
    for (const suppression of covering) used.add(suppression);
    return covering.length === 0;
  });
  const unused = suppressions.filter(
    suppression => !used.has(suppression) && !(alone && suppression.code.startsWith('workspace/')),
  );
  return [...left, ...reportUnused(document, unused)].flatMap(finding => withSeverity(finding, severities));
}

/** Whether a finding is about the text as XML; such a one cannot be switched off. */
export function isAboutSyntax({ code }: Pick<Finding, 'code'>): boolean {
  return code.startsWith('syntax/');
}

function covers({ code, scope }: Suppression, { code: found, range }: Finding): boolean {
  return code === found && scope.start <= range.start && range.end <= scope.end;
}

function withSeverity(finding: Finding, severities: Severities): readonly Finding[] {
  const severity = isAboutSyntax(finding) ? undefined : severities[finding.code];
  if (severity === undefined) return [finding];
  return severity === 'off' ? [] : [{ ...finding, severity }];
}
