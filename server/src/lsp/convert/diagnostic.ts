import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../../rules/finding.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import { DiagnosticSeverity, DiagnosticTag } from '../languageServer.ts';
import type { Runtime } from '../runtime.ts';
import type { Workspace } from '../workspace.ts';
import { toRange } from './range.ts';

/** Named beside each diagnostic in the editor. */
export const DIAGNOSTIC_SOURCE = 'libvirt';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(
  document: TextDocument,
  finding: Finding,
  client: ClientFeatures,
  runtime: Pick<Runtime, 'findRulePage'>,
  rangeIn: Workspace['rangeIn'],
): Diagnostic {
  const page = client.codeDescription ? runtime.findRulePage(finding.code) : undefined;
  const related = client.relatedInformation ? finding.related : undefined;
  return {
    range: toRange(document, finding.range),
    severity: severities[finding.severity],
    code: finding.code,
    ...(page !== undefined && { codeDescription: { href: page } }),
    source: DIAGNOSTIC_SOURCE,
    message: describe(finding),
    ...(finding.unnecessary && client.unnecessaryTag && { tags: [DiagnosticTag.Unnecessary] }),
    ...(finding.libvirtMessage !== undefined &&
      client.diagnosticData && { data: { libvirtMessage: finding.libvirtMessage } }),
    ...(related?.length && {
      relatedInformation: related.flatMap(({ range, message, uri }) => {
        const lines = uri === undefined ? toRange(document, range) : rangeIn(uri, range);
        return lines ? [{ location: { uri: uri ?? document.uri, range: lines }, message }] : [];
      }),
    }),
  };
}

function describe(finding: Finding): string {
  return finding.libvirtMessage === undefined
    ? finding.message
    : `${finding.message}\nlibvirt says: ${finding.libvirtMessage}`;
}
