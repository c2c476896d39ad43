// Bundles the extension, the language server and the command line into dist/. `--watch` rebuilds on every change.
import { build, context } from 'esbuild';

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/nodeMain.ts',
    cli: 'server/src/cli/main.ts',
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
  logLevel: 'info',
};

if (process.argv.includes('--watch')) {
  const watching = await context(options);
  await watching.watch();
} else {
  await build(options);
}
