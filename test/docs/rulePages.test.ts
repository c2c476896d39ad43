import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { renderCoverage } from '../../docs/renderCoverage.ts';
import { renderRuleIndex, renderRulePage } from '../../docs/renderRulePage.ts';
import { allCodes } from '../../server/src/rules/registry.ts';
import { notCovered } from '../rules/arguedRows.ts';
import { factsFamilies, listFactsIds } from '../rules/factsTable.ts';

const folder = fileURLToPath(new URL('../../docs/rules/', import.meta.url));

// `npm run docs` runs this file with --update, which writes the pages anew.
describe('docs/rules', () => {
  test.each(allCodes.map(description => [description.code, description] as const))(
    '%s.md is up to date',
    async (code, description) => {
      await expect(renderRulePage(description)).toMatchFileSnapshot(`${folder}${code}.md`);
    },
  );

  test('README.md lists every code', async () => {
    await expect(renderRuleIndex(allCodes)).toMatchFileSnapshot(`${folder}README.md`);
  });

  test('coverage.md says which code tells each row of the facts table', async () => {
    const topics = factsFamilies.map(family => ({ topic: family.topic, ids: listFactsIds(family) }));
    await expect(renderCoverage(topics, notCovered)).toMatchFileSnapshot(`${folder}coverage.md`);
  });

  test('has no page of a code that is gone', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
    const codes = new Set(['README', 'coverage', ...allCodes.map(({ code }) => code)]);
    expect(pages.filter(name => !codes.has(name.replaceAll('\\', '/').replace(/\.md$/, '')))).toEqual([]);
  });
});
