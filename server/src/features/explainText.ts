import { explainMessages, type MessageExplanation } from '../rules/explain/explainMessage.ts';
import type { CodeDescription } from '../rules/rule.ts';

/** Codes that are explained in full; a message that many mistakes have in common would fill pages. */
const FULL = 3;

/**
 * What the messages of libvirt's in a pasted text mean, as Markdown; `undefined` when there is none that is known.
 * `pageUrl` gives the address of the page about a code.
 */
export function explainText(text: string, pageUrl: (code: string) => string | undefined): string | undefined {
  const explanations = explainMessages(text);
  if (explanations.length === 0) return undefined;
  return explanations.map(explanation => renderExplanation(explanation, pageUrl)).join('\n');
}

function renderExplanation(
  { message, codes, hostConditions }: MessageExplanation,
  pageUrl: (code: string) => string | undefined,
): string {
  const others = codes.slice(FULL);
  return [
    '# libvirt says',
    '',
    ...fenced(message, 'text'),
    '',
    ...codes.slice(0, FULL).flatMap(code => renderCode(code, pageUrl)),
    ...(others.length > 0 ? ['## Also printed for', ''] : []),
    ...others.map(({ code, page }) => `- ${page.title}: ${linkTo(code, pageUrl)}`),
    ...(others.length > 0 ? [''] : []),
    ...hostConditions.flatMap(({ condition, advice }) => [
      '## The host is the cause',
      '',
      `${condition} ${advice}`,
      '',
    ]),
    ...(codes.length === 0 && hostConditions.length === 0 ? ['No finding is known to prevent it.', ''] : []),
  ].join('\n');
}

function renderCode(
  { code, severity, page }: CodeDescription,
  pageUrl: (code: string) => string | undefined,
): readonly string[] {
  return [
    `## ${page.title}`,
    '',
    `${linkTo(code, pageUrl)}, ${severity}`,
    '',
    page.explanation,
    '',
    'Wrong:',
    '',
    ...fenced(page.bad, 'xml'),
    '',
    'Right:',
    '',
    ...fenced(page.good, 'xml'),
    '',
  ];
}

function linkTo(code: string, pageUrl: (code: string) => string | undefined): string {
  const url = pageUrl(code);
  return url === undefined ? `\`${code}\`` : `[${code}](${url})`;
}

function fenced(text: string, language: string): readonly string[] {
  return [`\`\`\`${language}`, text, '```'];
}
