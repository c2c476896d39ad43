// Runs a TypeScript script of the tests: `node test/run.mjs test/e2e/all.ts ARGUMENTS`. Node 20 reads no TypeScript, so it
// is bundled first, packages left outside.
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script] = process.argv.splice(2, 1);
if (!script) throw new Error('usage: node test/run.mjs SCRIPT.ts [ARGUMENTS]');
process.chdir(root);
const outfile = join(root, '.vscode-test/build', `${relative(root, script).replaceAll(/[\\/]/g, '-')}.mjs`);
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
