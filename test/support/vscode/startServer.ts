import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from './installWorkbench.ts';
import { WORKBENCH_SETTINGS } from './workbenchSettings.ts';

export interface ServerOptions {
  /** Where the server keeps its data; the log is `server.log` in it. */
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  /** User settings beside WORKBENCH_SETTINGS, written unless the data folder has some already. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets the address name an extension under development and its tests; ends the server some minutes after its last client. */
  readonly forTests?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface WorkbenchServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Resolves to the exit code when the server has ended. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

const START_LIMIT = 60_000;
const STOP_LIMIT = 3_000;

/** Starts the VS Code server on a free loopback port, in a process group of its own. */
export async function startServer(workbench: Workbench, options: ServerOptions): Promise<WorkbenchServer> {
  const { dataFolder, extensionsFolder } = options;
  mkdirSync(extensionsFolder, { recursive: true });
  writeSettings(join(dataFolder, 'data/User'), options.settings);
  const child = spawn(workbench.node, serverArguments(workbench, options), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(options.environment),
    detached: true,
  });
  const killGroup = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killGroup);
  const ended = new Promise<number | null>(resolve => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
  });
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    await Promise.race([ended, new Promise(resolve => setTimeout(resolve, STOP_LIMIT))]);
    // The whole group: extension hosts and the pty host outlive the server otherwise.
    killGroup();
    process.off('exit', killGroup);
  };
  try {
    return { url: await listening(child, join(dataFolder, 'server.log'), ended), ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments({ serverMain }: Workbench, options: ServerOptions): string[] {
  const { dataFolder, extensionsFolder, forTests } = options;
  const args = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'];
  args.push('--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder);
  args.push('--disable-workspace-trust', '--disable-telemetry', '--disable-experiments');
  // A built workbench reads extensionDevelopmentPath and extensionTestsPath from the address only with the test driver.
  if (forTests) args.push('--enable-smoke-test-driver', '--enable-remote-auto-shutdown');
  return [serverMain, ...args];
}

function serverEnvironment(environment: ServerOptions['environment']): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|VITEST)/.test(name),
  );
  // An empty gallery: no extension is looked up anywhere.
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}', ...environment };
}

function writeSettings(folder: string, settings: ServerOptions['settings']): void {
  const file = join(folder, 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...WORKBENCH_SETTINGS, ...settings }, null, 2));
}

function listening(child: ChildProcess, logFile: string, ended: Promise<number | null>): Promise<string> {
  const log = createWriteStream(logFile);
  let text = '';
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`${reason}\n${text}`));
    const timer = setTimeout(() => fail('The VS Code server did not start in time:'), START_LIMIT);
    const read = (chunk: Buffer) => {
      log.write(chunk);
      text = (text + chunk.toString()).slice(-20_000);
      const port = /(?:available at|listening on) http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(text)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(code => {
      clearTimeout(timer);
      log.end();
      fail(`The VS Code server ended with ${code}:`);
    });
  });
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // All of the group has ended already.
  }
}
