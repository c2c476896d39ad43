import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endWithParent } from '../endWithParent.ts';
import { CACHE_FOLDER, installWorkbench, workbenchObstacle } from './installWorkbench.ts';
import { startServer } from './startServer.ts';

// `npm start`: VS Code on examples/ with the extension of this folder, as it is built. The desktop VS Code when there is
// one, else (or with --browser) the one that npm carries, at a loopback address until Ctrl+C.

const examples = resolve('examples');

/** A desktop `code` refuses to run as root. */
function hasDesktop(): boolean {
  return (
    process.getuid?.() !== 0 && spawnSync('code', ['--version'], { shell: process.platform === 'win32' }).status === 0
  );
}

function openDesktop(): void {
  const args = ['--new-window', `--extensionDevelopmentPath=${resolve('.')}`, examples];
  spawn('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  console.log('VS Code opens on examples/ in a window of its own');
}

async function serve(): Promise<void> {
  const workbench = installWorkbench();
  const folder = join(CACHE_FOLDER, 'start');
  const extensionsFolder = join(folder, 'extensions');
  // Linked, not copied: after a build, reloading the window is enough.
  rmSync(extensionsFolder, { recursive: true, force: true });
  mkdirSync(extensionsFolder, { recursive: true });
  symlinkSync(resolve('.'), join(extensionsFolder, 'libvirt-xml'), 'dir');
  const server = await startServer(workbench, { dataFolder: folder, extensionsFolder });
  console.log(
    `\nVS Code on examples/: ${server.url}/?folder=${encodeURI(examples)}\n(this machine only; Ctrl+C ends it)`,
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void server.stop());
  endWithParent();
  const code = await server.ended;
  await server.stop();
  process.exit(code ?? 0);
}

if (!process.argv.includes('--browser') && hasDesktop()) openDesktop();
else if (workbenchObstacle())
  throw new Error('Neither a desktop `code` on the PATH, nor Linux, where the one that npm carries runs');
else await serve();
