import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserPage, openBrowser } from '../../support/vscode/openBrowser.ts';
import { workbenchPage } from './workbenchPage.ts';

describe('npm start', () => {
  let start: ChildProcess;
  let browser: BrowserPage;
  let address = '';

  beforeAll(async () => {
    const child = spawn(process.execPath, ['test/run.mjs', 'test/support/vscode/start.ts', '--browser']);
    start = child;
    for await (const line of createInterface(child.stdout)) {
      address = /http:\/\/127\.0\.0\.1:\d+\S+/.exec(line)?.[0] ?? '';
      if (address) break;
    }
    browser = await openBrowser({ width: 1400, height: 900 });
  });
  afterAll(async () => {
    start.kill();
    await browser?.close();
  });

  it('opens the examples with the extension at work', async () => {
    const { page } = browser;
    const window = workbenchPage(page);
    await page.goto(address);
    await window.loaded();
    await window.openFile('mistakes.xml');
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await window.run('Problems: Focus on Problems View');
    await expect.poll(() => page.locator('.markers-panel .monaco-list-row').count()).toBeGreaterThan(5);
    await window.screenshot('overview');
  });

  it('opens the page of a rule from its code', async () => {
    const { page } = browser;
    await page
      .locator('.markers-panel a', { hasText: 'value/out-of-range' })
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await page.locator('.tab.active[data-resource-name="out-of-range.md"]').waitFor();
    await expect.poll(() => workbenchPage(page).text()).toContain('value/out-of-range');
  });

  it('ends with its process', async () => {
    const ended = once(start, 'exit');
    start.kill('SIGINT');
    await ended;
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });
});
