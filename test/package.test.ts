import { existsSync, readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, it } from 'vitest';

const ALLOWED = [
  /^dist\/([a-z]+\.(cjs|js|css)|[\w-]+\.LEGAL\.txt)$/,
  /^docs\/rules\/[\w/-]+\.md$/,
  /^docs\/images\/[\w-]+\.png$/,
  /^(syntaxes|schemas)\/[\w.-]+\.json$/,
  /^(README\.md|CHANGELOG\.md|LICENSE|package\.json)$/,
];

describe('the package', async () => {
  const files = await listFiles({ packageManager: PackageManager.None });

  it('holds what the extension is, and nothing else', () => {
    expect(files.filter(file => !ALLOWED.some(allowed => allowed.test(file)))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'LICENSE', 'package.json']));
  });

  it.runIf(existsSync('dist'))('holds the built client, server and command line', () => {
    expect(files).toEqual(expect.arrayContaining(['dist/client.cjs', 'dist/server.cjs', 'dist/cli.cjs']));
  });

  it('holds every picture and page that its README shows', () => {
    const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(match => match[1]);
    expect(links.filter(link => link?.endsWith('.png') && !files.includes(link))).toEqual([]);
  });

  it('holds the pages of the rules', () => {
    expect(files.some(file => file.startsWith('docs/rules/'))).toBe(true);
  });
});
