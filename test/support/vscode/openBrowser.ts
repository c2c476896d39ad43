import { existsSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

export interface BrowserPage {
  readonly page: Page;
  /** Names of hosts outside this machine that the page asked for; none of them was reached. */
  readonly outsideHosts: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing is fetched or reported behind the tests' back. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];
/** Chromium's sandbox does not start as root. */
const NO_SANDBOX = '--no-sandbox';

/** The browser that shows the workbench; the environment variable CHROMIUM comes first. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', ...CANDIDATES].find(path => path !== '' && existsSync(path));
}

/** Opens headless chromium with one empty page, cut off from everything but this machine. */
export async function openBrowser(viewport: { readonly width: number; readonly height: number }): Promise<BrowserPage> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(`no chromium: neither CHROMIUM nor ${CANDIDATES.join(', ')}`);
  const browser = await chromium.launch({
    executablePath,
    // Whoever opened it closes it on a signal, together with the server.
    handleSIGINT: false,
    handleSIGTERM: false,
    args: process.getuid?.() === 0 ? [...QUIET, NO_SANDBOX] : QUIET,
  });
  try {
    const context = await browser.newContext({ viewport });
    const outsideHosts = await keepInside(context);
    return { page: await context.newPage(), outsideHosts, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function keepInside(context: BrowserContext): Promise<ReadonlySet<string>> {
  const outsideHosts = new Set<string>();
  await context.route(isOutside, route => {
    outsideHosts.add(new URL(route.request().url()).hostname);
    return route.abort();
  });
  return outsideHosts;
}

function isOutside({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname);
}
