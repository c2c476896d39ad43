import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './vscode/openBrowser.ts';

interface SystemPackage {
  readonly name: string;
  readonly present: () => boolean;
}

/** What the tests use beside npm packages, by the names of Debian's packages. */
const PACKAGES: readonly SystemPackage[] = [
  { name: 'chromium', present: () => findChromium() !== undefined },
  // virsh judges documents; libvirtd has the driver of networks.
  { name: 'libvirt-clients', present: () => isCommand('virsh') },
  { name: 'libvirt-daemon', present: () => isCommand('libvirtd') },
  { name: 'qemu-system-x86', present: () => isCommand('qemu-system-x86_64') },
  { name: 'jing', present: () => isCommand('jing') },
  { name: 'libxml2-utils', present: () => isCommand('xmllint') },
  // tar unpacks libvirt's own test documents with it.
  { name: 'xz-utils', present: () => isCommand('xz') },
];

/** Gets what is missing with apt-get, where that can be done; returns the names of what is missing still. */
export function installSystemPackages(): readonly string[] {
  const names = findMissing();
  if (names.length === 0 || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return names;
  console.log(`Installing ${names.join(', ')} with apt-get`);
  const install = () => aptGet('install', '-y', '--no-install-recommends', ...names);
  // A fresh machine has no package lists yet.
  if (!install() && aptGet('update')) install();
  return findMissing();
}

function findMissing(): readonly string[] {
  return PACKAGES.filter(({ present }) => !present()).map(({ name }) => name);
}

function aptGet(...options: readonly string[]): boolean {
  const { status, stderr } = spawnSync('apt-get', ['-q', ...options], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.log(stderr.trim().split('\n').slice(-3).join('\n'));
  return status === 0;
}

function isCommand(name: string): boolean {
  return spawnSync(name, ['--version']).error === undefined;
}
