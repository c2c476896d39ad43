import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Build artefacts, not committed. */
export const SCREENSHOTS_FOLDER = 'artifacts/screenshots';

/** Pixels; less than half a line. */
const MARGIN = 6;

/** The workbench as a user meets it: what is typed, pointed at and seen. */
export function workbenchPage(page: Page) {
  const suggestWidget = page.locator('.suggest-widget.visible');
  const suggestions = suggestWidget.locator('.monaco-list-row');
  const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').last();
  const actionMenu = page.locator('.action-widget:not(.action-list-submenu-panel)');
  const actions = actionMenu.locator('.monaco-list-row.action');

  /** What is written in the line that holds a text. */
  const line = (part: string): Locator => page.locator('.monaco-editor .view-line > span', { hasText: part }).first();

  /** The lines in sight, in no certain order; the editor draws spaces as no-break spaces. */
  const text = async () => {
    const lines = await page.locator('.monaco-editor .view-line').allTextContents();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  };

  /** Runs a command of the palette. */
  const run = async (command: string) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.type(command);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click();
  };

  /** Waits for the workbench on a folder. */
  const loaded = () => page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();

  const openFile = async (name: string) => {
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.type(name);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await page.locator('.monaco-editor .view-line').first().waitFor();
  };

  /** Puts the cursor at `line:column`, both from 1. */
  const goTo = async (position: string) => {
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.type(position);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page.locator('.monaco-editor.focused').waitFor();
  };

  /** The word as the editor draws it: names, values and quotes are pieces of their own. */
  const word = (part: string): Locator =>
    page.locator('.monaco-editor .view-line span > span', { hasText: part }).first();

  const pointAt = async (part: string) => {
    await word(part).hover();
    await hover.waitFor();
  };

  /** Takes the pointer off the text, so that no hover gets in the way of what follows. */
  const pointAway = async () => {
    await page.mouse.move(0, 0);
    await page.keyboard.press('Escape');
    await hover.waitFor({ state: 'hidden' });
  };

  /** A picture of the whole window, or of the part around some things in it. */
  const screenshot = async (name: string, ...around: readonly Locator[]) => {
    mkdirSync(SCREENSHOTS_FOLDER, { recursive: true });
    const path = join(SCREENSHOTS_FOLDER, `${name}.png`);
    if (around.length === 0) return page.screenshot({ path });
    const boxes = (await Promise.all(around.map(locator => locator.boundingBox()))).flatMap(box => box ?? []);
    const x = Math.max(0, Math.min(...boxes.map(box => box.x)) - MARGIN);
    const y = Math.max(0, Math.min(...boxes.map(box => box.y)) - MARGIN);
    const right = Math.max(...boxes.map(box => box.x + box.width)) + MARGIN;
    const bottom = Math.max(...boxes.map(box => box.y + box.height)) + MARGIN;
    return page.screenshot({ path, clip: { x, y, width: right - x, height: bottom - y } });
  };

  return {
    suggestWidget,
    suggestions,
    hover,
    actionMenu,
    actions,
    line,
    text,
    word,
    run,
    loaded,
    openFile,
    goTo,
    pointAt,
    pointAway,
    screenshot,
  };
}
