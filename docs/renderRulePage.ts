import { libvirtMessages } from '../server/src/rules/explain/libvirtMessages.ts';
import type { CodeDescription } from '../server/src/rules/rule.ts';

const severities = {
  error: 'Error: libvirt refuses it.',
  warning: 'Warning: libvirt takes it, and drops it or breaks something else.',
  information: 'Information: it works, and is rarely meant.',
  hint: 'Hint: advice.',
} as const;

/** The page of a code as Markdown; `docs/rules/` has it under the code's name. */
export function renderRulePage({ code, severity, covers, page }: CodeDescription): string {
  const messages = libvirtMessages.filter(([, rows]) => rows.some(row => covers.includes(row))).map(([text]) => text);
  const printed = messages.length > 0 ? ['libvirt prints:', '', ...fenced(messages.join('\n'), 'text'), ''] : [];
  const target = page.target === undefined ? [] : [`Examples for libvirt ${page.target}.`, ''];
  const ids = covers.length > 0 ? ['', `Rows of the facts table: ${covers.join(', ')}.`] : [];
  return [
    `# ${page.title}`,
    '',
    `\`${code}\``,
    '',
    severities[severity],
    '',
    page.explanation,
    '',
    ...printed,
    ...target,
    ...(page.beside ?? []).flatMap(xml => ['Another file of the workspace:', '', ...fenced(xml), '']),
    '## Wrong',
    '',
    ...fenced(page.bad),
    '',
    '## Right',
    '',
    ...fenced(page.good),
    ...ids,
    '',
  ].join('\n');
}

/** The list of all codes by their area, with links to the pages. */
export function renderRuleIndex(codes: readonly CodeDescription[]): string {
  const areas = [...new Set(codes.map(({ code }) => areaOf(code)))].toSorted();
  const tables = areas.flatMap(area => [
    `## ${area}`,
    '',
    '| Code | Severity | What it finds |',
    '|---|---|---|',
    ...codes
      .filter(({ code }) => areaOf(code) === area)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, severity, page }) => `| [${code}](${code}.md) | ${severity} | ${page.title} |`),
    '',
  ]);
  return [
    '# Findings',
    '',
    'Every finding has a code, and every code a page. The severity says what libvirt does:',
    '',
    '- **error**: libvirt refuses it, by its schema (as `virsh edit` and `virsh define --validate` do), when it is defined, or for certain at start',
    '- **warning**: libvirt takes it and drops or ignores it, or it breaks something else',
    '- **information**: it works, and is rarely meant',
    '- **hint**: advice',
    '',
    'The pages are made from the rules by `npm run docs`; a test runs their examples. [Coverage](coverage.md) says which of them tell the mistakes that libvirt was tried with.',
    '',
    ...tables,
  ].join('\n');
}

function areaOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

function fenced(text: string, language = 'xml'): readonly string[] {
  return [`\`\`\`${language}`, text, '```'];
}
