import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
} as const;

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
  const names = () => frame.locator('#picture .name').allTextContents();

  it('opens from the button of an editor with the document that is shown there', async () => {
    await workbench.page.locator('.editor-actions [aria-label*="Show Network Topology"]').click();
    await expect.poll(names).toEqual(expect.arrayContaining(['web', 'default', 'eth1', 'virbr0', 'Host', 'Switch']));
    expect(await names()).not.toContain('db');
  });

  it('draws the whole workspace', async () => {
    await frame.locator('#scope').selectOption('workspace');
    await expect.poll(async () => (await names()).toSorted()).toEqual(
      ['web', 'db', 'mail', 'default', 'backup', 'virbr0', 'br0', 'eth1', 'Host', 'Switch', 'Outside'].toSorted(),
    );
    await window.screenshot('topology');
  });
});
