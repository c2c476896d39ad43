import type { OutputFormat } from './commandLine.ts';
import type { LintEnvironment } from './environment.ts';
import { createGithubReport } from './githubReport.ts';
import { createJsonReport } from './jsonReport.ts';
import type { Report } from './report.ts';
import { createSarifReport } from './sarifReport.ts';
import { createTextReport } from './textReport.ts';

export function createReport(format: OutputFormat, environment: LintEnvironment): Report {
  if (format === 'json') return createJsonReport(environment.pageUrl);
  if (format === 'sarif') return createSarifReport(environment);
  return format === 'github' ? createGithubReport() : createTextReport(environment);
}
