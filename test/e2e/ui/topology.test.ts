import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OpenWorkbench, openWorkbench } from '../../support/vscode/openWorkbench.ts';
import { workbenchPage } from './workbenchPage.ts';

const FILES: Readonly<Record<string, string>> = {
  'web.xml': `<domain type='kvm'>
  <name>web</name>
  <memory unit='GiB'>2</memory>
  <os><type>hvm</type></os>
  <devices>
    <interface type='direct'>
      <mac address='52:54:00:6d:90:01'/>
      <source dev='eth1' mode='bridge'/>
      <model type='virtio'/>
    </interface>
    <interface type='network'>
      <mac address='52:54:00:6d:90:02'/>
      <source network='default'/>
      <model type='virtio'/>
    </interface>
  </devices>
</domain>
`,
  'db.xml': `<domain type='kvm'>
  <name>db</name>
  <memory unit='GiB'>4</memory>
  <os><type>hvm</type></os>
  <devices>
    <interface type='direct'>
      <mac address='52:54:00:6d:90:11'/>
      <source dev='eth1' mode='bridge'/>
      <model type='virtio'/>
    </interface>
    <interface type='bridge'>
      <mac address='52:54:00:6d:90:12'/>
      <source bridge='br0'/>
      <vlan><tag id='42'/></vlan>
      <virtualport type='openvswitch'/>
      <model type='virtio'/>
    </interface>
  </devices>
</domain>
`,
  'mail.xml': `<domain type='kvm'>
  <name>mail</name>
  <memory unit='GiB'>1</memory>
  <os><type>hvm</type></os>
  <devices>
    <interface type='direct'>
      <mac address='52:54:00:6d:90:21'/>
      <source dev='eth1' mode='privat'/>
      <model type='virtio'/>
    </interface>
    <interface type='network'>
      <mac address='52:54:00:6d:90:22'/>
      <source network='backup'/>
      <model type='virtio'/>
      <link state='down'/>
    </interface>
  </devices>
</domain>
`,
  'default.xml': `<network>
  <name>default</name>
  <forward mode='nat'/>
  <bridge name='virbr0'/>
  <ip address='192.168.122.1' netmask='255.255.255.0'/>
</network>
`,
};

/** By the kind that VS Code calls them. */
const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
} as const;

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe('the topology in the workbench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libvirt-xml-topology-'));
  let workbench: OpenWorkbench;
  let window: ReturnType<typeof workbenchPage>;
  let frame: FrameLocator;

  beforeAll(async () => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    workbench = await openWorkbench({
      open: folder,
      extensionDevelopmentPaths: [resolve('.')],
      viewport: { width: 1700, height: 950 },
      settings: { 'editor.minimap.enabled': false, 'window.autoDetectColorScheme': false },
    });
    window = workbenchPage(workbench.page);
    frame = workbench.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await window.loaded();
    await window.openFile('web.xml');
    await workbench.page.keyboard.press('Control+B');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await window?.screenshot(`failed: ${task.name}`.replaceAll(/\W+/g, '-'));
  });
  afterAll(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const entry = (label: RegExp) => frame.getByRole('button', { name: label });
  const page = () => workbench.page.locator('iframe.webview');
  const answer = {
    innerText: () => frame.locator('#answer').innerText(),
  };
  const current = {
    id: async () =>
      (await frame
        .locator('.entry.current')
        .getAttribute('data-id', { timeout: 1000 })
        .catch(() => '')) ?? '',
  };
  const focused = () => frame.locator('.entry:focus').getAttribute('aria-label');
  /** Which of axe's rules the page breaks, and where. */
  const accessibilityProblems = async () => {
    const inner = await (await frame.locator('html').elementHandle())?.ownerFrame();
    await inner?.evaluate(AXE);
    const violations = await inner?.evaluate<readonly Violation[]>('axe.run().then(({ violations }) => violations)');
    return violations?.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
  const readSaved = () => {
    const file = join(folder, 'topology.svg');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const setTheme = async (kind: string, theme: string) => {
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    await frame.locator(`body[data-vscode-theme-kind="vscode-${kind}"]`).waitFor();
  };
  const names = () => frame.locator('#picture .name').allTextContents();

  it('opens from the button of an editor with the document that is shown there', async () => {
    await workbench.page.locator('.editor-actions [aria-label*="Show Network Topology"]').click();
    await expect.poll(names).toEqual(expect.arrayContaining(['web', 'default', 'eth1', 'virbr0', 'Host', 'Switch']));
    expect(await names()).not.toContain('db');
  });

  it('draws the whole workspace', async () => {
    await frame.locator('#scope').selectOption('workspace');
    const all = ['web', 'db', 'mail', 'default', 'backup', 'virbr0', 'br0', 'eth1', 'Host', 'Switch', 'Outside'];
    await expect.poll(async () => (await names()).toSorted()).toEqual(all.toSorted());
    const drawn = await frame.locator('#picture .link').evaluateAll(links => links.map(link => link.getAttribute('d')));
    expect(drawn).toHaveLength(12);
    expect(drawn.every(path => path?.includes('L'))).toBe(true);
  });

  it('tells who reaches whom', async () => {
    await frame.locator('#from').selectOption({ label: 'web' });
    await frame.locator('#to').selectOption({ label: 'db' });
    await expect.poll(() => answer.innerText()).toContain('Both are in bridge mode on eth1');
    const way = frame.locator('#picture .entry.on-path');
    expect(await way.count()).toBe(5);
    await window.screenshot('topology', page());
    await frame.locator('#to').selectOption({ label: 'Host' });
    await expect.poll(() => answer.innerText()).toContain('The host has an address on the network default');
    await frame.locator('#from').selectOption({ label: 'db: 52:54:00:6d:90:11' });
    await expect.poll(() => answer.innerText()).toMatch(/does not reach.*other side of macvtap/s);
  });

  it('goes to the XML with a click, and shows where the cursor stands', async () => {
    await entry(/^52:54:00:6d:90:12/).click();
    await workbench.page.locator('.tab.active[data-resource-name="db.xml"]').waitFor();
    await expect
      .poll(() => workbench.page.locator('.statusbar [id="status.editor.selection"]').innerText())
      .toMatch(/Ln 11,/);
    await expect.poll(current.id).toMatch(/db\.xml#1$/);
    await window.goTo('8');
    await expect.poll(current.id).toMatch(/db\.xml#0$/);
  });

  it('follows the typing, with the findings at their places', async () => {
    await window.openFile('mail.xml');
    await expect.poll(() => frame.locator('.row .mark.error').count()).toBe(1);
    await window.goTo('8:38');
    await workbench.page.keyboard.type('e');
    await expect.poll(() => entry(/^52:54:00:6d:90:21/).getAttribute('aria-label')).toContain('private mode');
    await expect.poll(() => frame.locator('.row .mark.error').count()).toBe(0);
    await frame.locator('#from').selectOption({ label: 'mail: 52:54:00:6d:90:21' });
    await frame.locator('#to').selectOption({ label: 'web' });
    await expect.poll(() => answer.innerText()).toMatch(/does not reach.*private mode/s);
  });

  it('can be used with the keys alone', async () => {
    await entry(/^web, domain/).focus();
    await workbench.page.keyboard.press('ArrowDown');
    await expect.poll(() => focused()).toMatch(/^52:54:00:6d:90:01/);
    await workbench.page.keyboard.press('ArrowRight');
    await expect.poll(() => focused()).toMatch(/, (lower device|network)/);
    await workbench.page.keyboard.press('ArrowLeft');
    await expect.poll(() => focused()).toMatch(/, interface/);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active[data-resource-name="web.xml"]').waitFor();
  });

  it('says the same in a table', async () => {
    await frame.locator('#table-toggle').click();
    const row = frame.locator('tr', { hasText: '52:54:00:6d:90:12' });
    await expect.poll(() => row.innerText()).toMatch(/interface\s+virtio, openvswitch, VLAN 42\s+br0/);
    await window.screenshot('topology-table', page());
    await frame.locator('#table-toggle').click();
  });

  it('is saved as SVG, with the colours of the theme', async () => {
    await frame.locator('#export').click();
    await expect.poll(() => workbench.page.locator('.quick-input-widget input').inputValue()).toMatch(/topology\.svg$/);
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => readSaved()).toMatch(/^<svg .*52:54:00:6d:90:12.*<\/svg>$/s);
    expect(readSaved()).toMatch(/fill="rgb/);
    expect(readSaved()).not.toMatch(/var\(|class=/);
  });

  it.each(Object.entries(THEMES))('is legible and accessible in the %s theme', async (kind, theme) => {
    await setTheme(kind, theme);
    for (const [size, width] of Object.entries({ wide: 1700, narrow: 1000 })) {
      await workbench.page.setViewportSize({ width, height: 950 });
      await frame.locator('#fit').click();
      await window.screenshot(`topology-${kind}-${size}`);
    }
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('asked nothing outside this machine', () => {
    expect([...workbench.outsideHosts]).toEqual([]);
  });
});
