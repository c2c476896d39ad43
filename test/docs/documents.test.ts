import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { USAGE } from '../../server/src/cli/usage.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs').map(name => `docs/${name}`),
].filter(name => name.endsWith('.md'));

test.each(documents)('the links of %s lead somewhere', name => {
  const targets = [...readFileSync(name, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(match => match[1] ?? '');
  const local = targets.filter(target => !/^[a-z]+:/.test(target));
  expect(local.filter(target => !existsSync(join(dirname(name), target)))).toEqual([]);
});

test.each(documents)('the scripts that %s names exist', name => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = [...readFileSync(name, 'utf8').matchAll(/npm (?:run )?(test|start|(?<=run )[a-z:]+)/g)];
  expect(named.map(match => match[1] ?? '').filter(script => !(script in scripts))).toEqual([]);
});

test('the README has every setting with its default', () => {
  const readme = readFileSync('README.md', 'utf8');
  const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration;
  for (const [name, property] of Object.entries<{ readonly default: unknown }>(properties)) {
    expect(readme).toContain(
      `| \`${name}\` | \`${typeof property.default === 'string' ? property.default || '""' : JSON.stringify(property.default)}\` |`,
    );
  }
});

test('the README has the command line as --help has it', () => {
  const synopsis = /lint \[.*FILE.*\.\.\./.exec(USAGE)?.[0] ?? 'no synopsis';
  expect(readFileSync('README.md', 'utf8')).toContain(synopsis);
});

test('every package is argued for', () => {
  const { dependencies = {}, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const decisions = readFileSync('docs/decisions.md', 'utf8');
  const names = Object.keys({ ...dependencies, ...devDependencies });
  expect(names.filter(name => !decisions.includes(`\`${name}\``))).toEqual([]);
});
