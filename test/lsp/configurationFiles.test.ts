import { expect, test } from 'vitest';
import {
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type RegistrationParams,
  RegistrationRequest,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { connectClient, fullCapabilities } from '../support/languageClient.ts';

const text = `<interface type='user'>
  <mac address='fe:54:00:00:00:01'/>
  <backend type='passt' hostname='vm1'/>
</interface>`;

/** A server that finds this text as the configuration of any document; `write` replaces it as an editor would. */
async function connectConfigured(content: string) {
  let file = { path: '/lab/.libvirt-xml.json', text: content };
  const watched: unknown[] = [];
  const shown: string[] = [];
  let refreshed = 0;
  const client = await connectClient({
    capabilities: {
      ...fullCapabilities,
      workspace: { ...fullCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    runtime: { findConfiguration: uri => (uri.startsWith('file:///lab/') ? file : undefined) },
    prepare: connection => {
      connection.onRequest(RegistrationRequest.type, ({ registrations }: RegistrationParams) => {
        watched.push(...registrations.map(({ registerOptions }) => registerOptions));
      });
      connection.onNotification(ShowMessageNotification.type, ({ message }) => {
        shown.push(message);
      });
    },
  });
  client.connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshed++;
  });
  const write = async (next: string) => {
    file = { ...file, text: next };
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: 'file:///lab/.libvirt-xml.json', type: FileChangeType.Changed }],
    });
  };
  const findIn = async (uri: string) => {
    const { items } = await client.pull(await client.open(text, { uri }));
    return items.map(({ code, severity }) => [code, severity]);
  };
  return { client, write, findIn, watched, shown, refreshed: () => refreshed };
}

test('what it says holds for the documents beside it, whatever the settings say', async () => {
  const { client, findIn } = await connectConfigured(
    '{ "target": { "version": "11.3.0" }, "rules": { "mac/host-prefix": "error" } }',
  );
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { 'libvirt-xml': { target: { version: '12.8.0' }, validation: { rules: { 'mac/host-prefix': 'off' } } } },
  });
  expect(await findIn('file:///lab/guest.xml')).toEqual([
    ['mac/host-prefix', 1],
    ['version/newer-than-target', 2],
  ]);
  expect(await findIn('file:///elsewhere/guest.xml')).toEqual([]);
});

test('a change of the file is heard of, and shown', async () => {
  const { client, write, watched, refreshed } = await connectConfigured('{ "rules": { "mac/host-prefix": "off" } }');
  const document = await client.open(text, { uri: 'file:///lab/guest.xml' });
  const before = await client.pull(document);
  expect(before.items).toEqual([]);
  expect(watched).toEqual([{ watchers: expect.arrayContaining([{ globPattern: '**/.libvirt-xml.json' }]) }]);
  await write('{}');
  const after = await client.pull(document, before.resultId);
  expect(after.items.map(({ code }) => code)).toEqual(['mac/host-prefix']);
  expect(refreshed()).toBe(1);
});

test('a mistake in it is told once', async () => {
  const { client, findIn, write, shown } = await connectConfigured('{ "rules": { "mac/host": "off" } }');
  await findIn('file:///lab/one.xml');
  await findIn('file:///lab/two.xml');
  await write('{}');
  await findIn('file:///lab/one.xml');
  await client.pull(await client.open(text, { uri: 'file:///lab/three.xml' }));
  expect(shown).toEqual(['/lab/.libvirt-xml.json: rules: "mac/host" is no code of a finding']);
});
