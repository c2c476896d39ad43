import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { renderRuleIndex, renderRulePage } from '../../docs/renderRulePage.ts';
import { allCodes } from '../../server/src/rules/registry.ts';

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

  test('has no page of a code that is gone', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
    const codes = new Set(['README', ...allCodes.map(({ code }) => code)]);
    expect(pages.filter(name => !codes.has(name.replaceAll('\\', '/').replace(/\.md$/, '')))).toEqual([]);
  });
});
