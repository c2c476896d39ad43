import { hostConditions } from '../server/src/rules/hostOnly.ts';
import { allCodes } from '../server/src/rules/registry.ts';
import type { CodeDescription } from '../server/src/rules/rule.ts';
import { isDropped, noEffect, refusedLater } from '../server/src/rules/schema/limitedUse.ts';
import { documentKinds } from '../server/src/schema/catalogue.ts';
import { findLimits } from '../server/src/schema/findLimits.ts';

/** Rows of the facts table about one topic. */
export interface CoveredTopic {
  readonly topic: string;
  readonly ids: readonly string[];
}

const onHost = new Set(hostConditions.map(({ id }) => id));

/**
 * Which code tells each row of the facts table, as Markdown: `docs/rules/coverage.md`. `argued`: why no code covers a
 * row, where that is right.
 */
export function renderCoverage(topics: readonly CoveredTopic[], argued: Readonly<Record<string, string>>): string {
  const limits = findLimits(documentKinds.map(({ root }) => root));
  const told = (id: string): readonly string[] => [
    ...allCodes.filter(({ covers }) => covers.includes(id)).map(code => `${linkTo(code)}: ${code.page.title}`),
    ...limits
      .filter(({ covers }) => covers.includes(id))
      .map(limit => `${linkTo(isDropped(limit) ? noEffect : refusedLater)}: ${limit.reason}`),
  ];
  const why = (id: string) => (onHost.has(id) ? 'Depends on the host, see above.' : `Not told. ${argued[id]}`);

  const tables = topics.flatMap(({ topic, ids }) => [
    `## ${topic}`,
    '',
    '| Row | Told by |',
    '|---|---|',
    ...ids.map(id => `| ${id} | ${[...new Set(told(id))].map(escapeTags).join('<br>') || escapeTags(why(id))} |`),
    '',
  ]);
  const all = topics.flatMap(({ ids }) => ids);
  const host = all.filter(id => onHost.has(id));
  return [
    '# Coverage',
    '',
    `The facts table that the tests read has ${all.length} mistakes, each tried with libvirt. ${all.filter(id => told(id).length > 0).length} of them are told by the codes below.`,
    '',
    `${host.length} depend on the host alone, and no document can tell them; \`libvirt-xml explain\` knows what libvirt prints then:`,
    '',
    ...hostConditions
      .filter(({ id }) => all.includes(id))
      .map(({ id, condition, advice }) => escapeTags(`- ${id}: ${condition} ${advice}`)),
    '',
    'This page is made by `npm run docs`; a test fails when a row is neither told nor argued.',
    '',
    ...tables,
  ].join('\n');
}

/** Names of elements must not be taken for HTML. */
function escapeTags(markdown: string): string {
  return markdown.replaceAll('<', '\\<');
}

function linkTo({ code }: CodeDescription): string {
  return `[${code}](${code}.md)`;
}
