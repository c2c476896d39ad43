// Bundles the extension, the language server and the command line into dist/. `--watch` rebuilds on every change.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, context } from 'esbuild';
import { saveServerCode } from './saveServerCode.mjs';

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/nodeMain.ts',
    cli: 'server/src/cli/main.ts',
    lint: 'server/src/cli/lintMain.ts',
    explain: 'server/src/cli/explainMain.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // VS Code provides it.
  external: ['vscode'],
  // The sources ask where they stand as modules do; in a CommonJS bundle that is the bundle's folder.
  define: { 'import.meta.dirname': '__dirname' },
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'info',
};

/** The scripts and styles of the pages in panels. */
/** @type {import('esbuild').BuildOptions} */
const pages = {
  entryPoints: [
    { in: 'media/topology/main.ts', out: 'topology' },
    { in: 'media/topology/topology.css', out: 'topology' },
  ],
  outdir: 'dist',
  bundle: true,
  platform: 'browser',
  target: 'chrome120',
  format: 'iife',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'info',
};

if (process.argv.includes('--watch')) {
  for (const bundle of [options, pages]) {
    const watching = await context(bundle);
    await watching.watch();
  }
} else {
  const built = [await build(options), await build(pages)];
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync('dist/third-party.LEGAL.txt', collectLicences(inputs));
  await saveServerCode();
}

/** The licences of the packages that have gone into the bundles, as these ask for. */
function collectLicences(inputs) {
  const folders = inputs.flatMap(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []);
  const packages = [...new Set(folders)].map(folder => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    return { title: `${name} ${version}`, text: file ? readFileSync(join(folder, file), 'utf8').trim() : '' };
  });
  packages.sort((first, second) => (first.title < second.title ? -1 : 1));
  return packages.map(({ title, text }) => `${title}\n${'-'.repeat(title.length)}\n\n${text}\n`).join('\n\n');
}
