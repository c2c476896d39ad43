import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { installWorkbench } from './installWorkbench.ts';
import { openBrowser } from './openBrowser.ts';
import { startServer } from './startServer.ts';

export interface WorkbenchOptions {
  /** A folder or a `.code-workspace` file. */
  readonly open?: string | undefined;
  readonly extensionDevelopmentPaths: readonly string[];
  /** A module that exports `run()`; it runs in the extension host. */
  readonly extensionTestsPath?: string;
  readonly extensionsFolder?: string | undefined;
  readonly disableExtensions?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Called with the page before the workbench loads. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface OpenWorkbench {
  readonly page: Page;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<number | null>;
  readonly outsideHosts: ReadonlySet<string>;
  /** Ends browser and server and removes the server's data. */
  readonly close: () => Promise<void>;
}

/** Starts server and browser and loads the workbench in the page. */
export async function openWorkbench(options: WorkbenchOptions): Promise<OpenWorkbench> {
  const workbench = installWorkbench();
  const folder = mkdtempSync(join(tmpdir(), 'libvirt-xml-workbench-'));
  const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })];
  const close = async () => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };
  try {
    const server = await startServer(workbench, {
      dataFolder: join(folder, 'data'),
      extensionsFolder: options.extensionsFolder ?? join(folder, 'extensions'),
      forTests: true,
      settings: options.settings ?? {},
      environment: options.environment ?? {},
    });
    closers.push(server.stop);
    const {
      page,
      outsideHosts,
      close: closeBrowser,
    } = await openBrowser(options.viewport ?? { width: 1400, height: 900 });
    closers.push(closeBrowser);
    await options.prepare?.(page);
    await page.goto(workbenchUrl(server.url, options));
    return { page, ended: server.ended, outsideHosts, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function workbenchUrl(server: string, options: WorkbenchOptions): string {
  const remote = (path: string) => `vscode-remote://${new URL(server).host}${resolve(path)}`;
  const payload = [
    ...options.extensionDevelopmentPaths.map(path => ['extensionDevelopmentPath', remote(path)]),
    ...(options.extensionTestsPath ? [['extensionTestsPath', remote(options.extensionTestsPath)]] : []),
    ...(options.disableExtensions ? [['disableExtensions', 'true']] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (!options.open) query.set('ew', 'true');
  else query.set(options.open.endsWith('.code-workspace') ? 'workspace' : 'folder', resolve(options.open));
  return `${server}/?${query.toString()}`;
}
