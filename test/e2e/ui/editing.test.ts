import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OpenWorkbench, openWorkbench } from '../../support/vscode/openWorkbench.ts';
import { workbenchPage } from './workbenchPage.ts';

const GUEST = `<domain type='kvm'>
  <name>web01</name>
  <memory unit='GiB'>4</memory>
  <vcpu>2</vcpu>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
  <devices>
    <interface type='direct'>
      <mac address='52:54:00:6d:90:01'/>
      <model type='virtio'/>
    </interface>
    <interface type='direct'>
      <mac address='52:54:00:6d:90:02'/>
      <source dev='eth1.20' mode='vepa'/>
      <virtualport type='802.1Qbg'>
        <parameters managerid='300' typeid='1193047' typeidversion='1'/>
      </virtualport>
    </interface>
  </devices>
</domain>
`;

describe('a domain in the workbench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libvirt-xml-ui-'));
  const guests = join(folder, 'guests');
  const file = join(guests, 'web01.xml');
  let workbench: OpenWorkbench;
  let window: ReturnType<typeof workbenchPage>;

  beforeAll(async () => {
    mkdirSync(guests);
    writeFileSync(file, GUEST);
    workbench = await openWorkbench({
      open: guests,
      extensionDevelopmentPaths: [resolve('.')],
      // High enough for a hover to be seen as a whole: it takes a quarter of the editor's height.
      viewport: { width: 1200, height: 1700 },
      settings: {
        'editor.hover.delay': 100,
        'editor.lightbulb.enabled': 'off',
        'editor.minimap.enabled': false,
        'editor.scrollbar.vertical': 'hidden',
      },
    });
    window = workbenchPage(workbench.page);
    await window.loaded();
    await window.openFile('web01.xml');
    // Room for the details beside the suggestions.
    await workbench.page.keyboard.press('Control+B');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await window?.screenshot(`failed: ${task.name}`.replaceAll(/\W+/g, '-'));
  });
  afterAll(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says in the status bar what the document is', async () => {
    await workbench.page.locator('[id="status.languageStatus"]').hover();
    const status = workbench.page.locator('.hover-language-status');
    await expect.poll(() => status.allInnerTexts()).toEqual([expect.stringContaining('libvirt domain')]);
    await window.screenshot('status', status, workbench.page.locator('[id="status.languageStatus"]'));
  });

  it('offers the macvtap modes while a source is typed, and takes the one that is accepted', async () => {
    const { keyboard } = workbench.page;
    await window.goTo('10');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await keyboard.type("<source dev='eth0' mode='", { delay: 30 });
    await expect.poll(() => window.suggestions.count()).toBe(4);
    const labels = await window.suggestions.locator('.label-name').allTextContents();
    expect(labels.toSorted()).toEqual(['bridge', 'passthrough', 'private', 'vepa']);
    // The details of the item in focus.
    await keyboard.press('Control+Space');
    const details = workbench.page.locator('.suggest-details-container');
    await expect.poll(() => details.innerText()).toMatch(/guest/);
    await window.screenshot('completion', window.line('<interface'), window.suggestWidget, details);
    await keyboard.type('br');
    await expect.poll(() => window.suggestions.count()).toBe(1);
    await keyboard.press('Enter');
    await keyboard.press('End');
    await keyboard.type('/>');
    await expect.poll(() => window.text()).toContain("<source dev='eth0' mode='bridge'/>");
  });

  it('draws a squiggle under a managerid that is too large, and says why', async () => {
    await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await window.pointAt('300');
    await expect.poll(() => window.hover.innerText()).toMatch(/255/);
    await window.screenshot('diagnostics', window.hover, window.line('<parameters'));
    await window.pointAway();
  });

  it('shows on hover who reaches whom', async () => {
    await window.pointAt('vepa');
    await expect.poll(() => window.hover.locator('table tr').count()).toBeGreaterThan(1);
    const picture = window.hover.locator('img[alt*="hairpin"]');
    await expect
      .poll(() => picture.evaluate((image: { readonly naturalWidth: number }) => image.naturalWidth))
      .toBeGreaterThan(100);
    await window.screenshot('hover', window.hover, window.line('vepa'));
    await window.pointAway();
  });

  it('mends the managerid from the quick fix menu, and saves it', async () => {
    const { keyboard } = workbench.page;
    await window.goTo('18:32');
    const openMenu = async () => {
      // Pressed again when it came too early: before the editor has the focus back.
      if ((await window.actions.count()) === 0) await keyboard.press('Control+.');
      return window.actions.allInnerTexts();
    };
    await expect.poll(openMenu, { interval: 1000 }).toContain("Change to '255'");
    await window.screenshot('quick-fix', window.line('<virtualport'), window.line('<parameters'), window.actionMenu);
    await window.actions.first().click();
    await expect.poll(() => window.text()).toContain("managerid='255'");
    await expect.poll(() => workbench.page.locator('.monaco-editor .squiggly-error').count()).toBe(0);
    await keyboard.press('Control+S');
    await expect.poll(() => readFileSync(file, 'utf8')).toContain("managerid='255'");
  });

  it('asked nothing outside this machine', () => {
    expect([...workbench.outsideHosts]).toEqual([]);
  });
});
