import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { DEFAULT_SETTINGS, LANGUAGE_ID, SETTINGS_SECTION } from '../../server/src/protocol.ts';

const root = join(import.meta.dirname, '../..');
const properties: Readonly<Record<string, Setting>> = manifest.contributes.configuration.properties;

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
}

/** Read by vscode-languageclient itself, never by the server. */
const CLIENT_SETTINGS = [`${SETTINGS_SECTION}.trace.server`];

describe('settings', () => {
  test("have the server's defaults", () => {
    const declared = Object.entries(properties).filter(([name]) => !CLIENT_SETTINGS.includes(name));
    const defaults = Object.entries(DEFAULT_SETTINGS).flatMap(([group, members]) =>
      Object.entries(members).map(([name, value]) => [`${SETTINGS_SECTION}.${group}.${name}`, value]),
    );
    expect(Object.fromEntries(declared.map(([name, setting]) => [name, setting.default]))).toEqual(
      Object.fromEntries(defaults),
    );
  });

  test.each(Object.entries(properties))('%s has a type, a scope and a description', (_, setting) => {
    expect(setting.type).toMatch(/^(boolean|string|object|integer)$/);
    expect(setting.scope).toMatch(/^(resource|window)$/);
    expect(setting.markdownDescription).toMatch(/^[A-Z].*\.$/s);
  });
});

describe('language', () => {
  const [language] = manifest.contributes.languages;

  test('is the one that the server knows, and takes no .xml away', () => {
    expect(language?.id).toBe(LANGUAGE_ID);
    expect(language?.extensions).toEqual(['.libvirt.xml']);
  });

  test.each([
    ["<domain type='kvm'>", true],
    ['<domain type="qemu" id="1">', true],
    ["<domain id='3' type = 'xen'>", true],
    ["<?xml version='1.0'?><domain type='lxc'>", true],
    ['<domain>', false],
    ["<domain mytype='kvm'>", false],
    ["<domains type='kvm'>", false],
    ["<?xml version='1.0' encoding='utf-8'?>", false],
    ["<project><domain type='kvm'>", false],
  ])('is told by the first line %s: %o', (line, expected) => {
    expect(new RegExp(language?.firstLine ?? '$^').test(line)).toBe(expected);
  });
});

test('every file that it names is there', () => {
  const { languages, grammars, jsonValidation } = manifest.contributes;
  const paths = [
    ...languages.map(({ configuration }) => configuration),
    ...grammars.map(({ path }) => path),
    ...jsonValidation.map(({ url }) => url),
  ];
  expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([]);
});

test('every grammar has the scope that it is named by', () => {
  for (const { path, scopeName } of manifest.contributes.grammars) {
    expect(JSON.parse(readFileSync(join(root, path), 'utf8'))).toMatchObject({ scopeName });
  }
});

test('every command that the client registers is declared, and the other way round', () => {
  const source = readFileSync(join(root, 'client/src/commands.ts'), 'utf8');
  const registered = [...source.matchAll(/'(libvirt-xml\.\w+)'/g)].map(match => match[1]);
  const declared = manifest.contributes.commands.map(({ command }) => command);
  expect(new Set(registered)).toEqual(new Set(declared));
});

test('untrusted and virtual workspaces are supported, with the reason', () => {
  for (const capability of Object.values(manifest.capabilities)) {
    expect(capability).toEqual({ supported: true, description: expect.stringMatching(/\.$/) });
  }
});

test('nothing but a document of ours or any XML wakes it', () => {
  expect(manifest.activationEvents).toEqual(['onLanguage:xml', `onLanguage:${LANGUAGE_ID}`]);
});

test('everything is bundled: there are no dependencies to install', () => {
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest.bin).toEqual({ 'libvirt-xml': 'dist/cli.cjs' });
});

test('the server and the client speak the same version of the protocol', () => {
  const { devDependencies } = manifest;
  expect(devDependencies['vscode-languageclient']).toBe(devDependencies['vscode-languageserver']);
});
