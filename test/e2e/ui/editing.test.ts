import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
      <source dev='eth1' mode='vepa'/>
      <virtualport type='802.1Qbg'>
        <parameters managerid='300' typeid='1193047' typeidversion='1'/>
      </virtualport>
    </interface>
  </devices>
</domain>
`;

describe('a domain in the workbench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libvirt-xml-ui-'));
  const file = join(folder, 'web01.xml');
  let workbench: OpenWorkbench;
  let window: ReturnType<typeof workbenchPage>;

  beforeAll(async () => {
    writeFileSync(file, GUEST);
    workbench = await openWorkbench({
      open: folder,
      extensionDevelopmentPaths: [resolve('.')],
      viewport: { width: 1200, height: 760 },
      settings: { 'editor.hover.delay': 100, 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false },
    });
    window = workbenchPage(workbench.page);
    await workbench.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await window.openFile('web01.xml');
  });
  afterAll(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says in the status bar what the document is', async () => {
    const item = workbench.page.locator('.statusbar-item', { hasText: 'libvirt domain' });
    await expect.poll(() => item.count()).toBe(1);
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
    await window.screenshot('completion');
    await keyboard.type('br');
    await expect.poll(() => window.suggestions.count()).toBe(1);
    await keyboard.press('Enter');
    await expect.poll(() => window.text()).toContain("<source dev='eth0' mode='bridge'");
  });

  it('draws a squiggle under a managerid that is too large, and says why', async () => {
    await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await window.pointAt('300');
    await expect.poll(() => window.hover.innerText()).toMatch(/255/);
    await window.screenshot('diagnostics', window.hover, window.line('virtualport'));
    await workbench.page.keyboard.press('Escape');
  });

  it('shows on hover who reaches whom', async () => {
    await window.pointAt('vepa');
    await expect.poll(() => window.hover.locator('table tr').count()).toBeGreaterThan(1);
    await window.screenshot('hover', window.hover, window.line('vepa'));
    await workbench.page.keyboard.press('Escape');
  });

  it('mends the missing parameter from the quick fix menu', async () => {
    await window.word('parameters').click();
    await workbench.page.keyboard.press('Control+.');
    await window.actions.first().waitFor();
    await window.screenshot('quick-fix', workbench.page.locator('.action-widget'), window.line('virtualport'));
    await window.actions.first().click();
    await expect.poll(() => window.text()).toMatch(/instanceid='[0-9a-f-]{36}'/);
    await workbench.page.keyboard.press('Control+S');
    await expect.poll(() => readFileSync(file, 'utf8')).toMatch(/instanceid='[0-9a-f-]{36}'/);
  });

  it('asked nothing outside this machine', () => {
    expect([...workbench.outsideHosts]).toEqual([]);
  });
});
