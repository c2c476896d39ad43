import { describe, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DocumentFormattingRequest,
  type RegistrationParams,
  RegistrationRequest,
} from 'vscode-languageserver';
import { readSettings } from '../../server/src/lsp/settings.ts';
import { DEFAULT_SETTINGS } from '../../server/src/protocol.ts';
import { connectClient, fullCapabilities } from '../support/languageClient.ts';

const wrong = '<interface type="network"><sour/></interface>';

const askedCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
  },
};

test('a client that can be asked is asked for each document of ours, and again after a change', async () => {
  let enabled = false;
  const asked: unknown[] = [];
  const registered: string[] = [];
  const client = await connectClient({
    capabilities: askedCapabilities,
    prepare: connection => {
      connection.onRequest(ConfigurationRequest.type, ({ items }) => {
        asked.push(...items);
        return items.map(() => ({ validation: { enabled } }));
      });
      connection.onRequest(RegistrationRequest.type, ({ registrations }: RegistrationParams) => {
        registered.push(...registrations.map(registration => registration.method));
      });
    },
  });
  const document = await client.open(wrong);
  const foreign = await client.open('<project/>', { uri: 'file:///pom.xml' });
  expect((await client.pull(foreign)).items).toEqual([]);
  expect((await client.pull(document)).items).toEqual([]);
  expect((await client.pull(document)).items).toEqual([]);
  expect(asked).toEqual([{ scopeUri: document.uri, section: 'libvirt-xml' }]);
  expect(registered).toEqual(['workspace/didChangeConfiguration']);

  enabled = true;
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  expect((await client.pull(document)).items).not.toEqual([]);
});

test('the defaults hold where asking fails', async () => {
  const client = await connectClient({
    capabilities: { ...fullCapabilities, workspace: { configuration: true } },
    prepare: connection =>
      connection.onRequest(ConfigurationRequest.type, () => {
        throw new Error('none today');
      }),
  });
  expect((await client.pull(await client.open(wrong))).items).not.toEqual([]);
  expect(client.logged.join()).toContain('none today');
});

test('a client that cannot be asked sends them along', async () => {
  const client = await connectClient();
  const document = await client.open('<interface   type="user"/>\n<!-- -->');
  const params = { textDocument: { uri: document.uri }, options: { tabSize: 2, insertSpaces: true } };
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { 'libvirt-xml': { format: { enabled: false } } },
  });
  expect(await client.connection.sendRequest(DocumentFormattingRequest.type, params)).toBeNull();
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
  expect(await client.connection.sendRequest(DocumentFormattingRequest.type, params)).not.toBeNull();
});

test('severities and the target are the user’s', async () => {
  const client = await connectClient();
  const document = await client.open(
    "<interface type='user'>\n<backend type='passt' hostname='vm1'/>\n<model type='virtoi'/>\n<mac address='fe:54:00:00:00:01'/>\n</interface>",
  );
  const settings = {
    validation: { rules: { 'mac/host-prefix': 'error', 'model/unknown': 'off', nonsense: 'loud' } },
    target: { version: '11.3' },
  };
  const before = await client.pull(document);
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { 'libvirt-xml': settings },
  });
  const after = await client.pull(document, before.resultId);
  expect(before.items.map(item => item.code)).not.toContain('version/newer-than-target');
  expect(after.items.map(({ code, severity }) => [code, severity])).toEqual([
    ['version/newer-than-target', 2],
    ['mac/host-prefix', 1],
  ]);
});

describe('what is sent is read as far as it makes sense', () => {
  test.each([undefined, null, 3, 'text', [], {}, { validation: null }, { validation: { enabled: 'yes' } }])(
    '%o is the defaults',
    value => expect(readSettings(value)).toEqual(DEFAULT_SETTINGS),
  );

  test('each setting is its own', () => {
    const given = {
      validation: { enabled: false, rules: { 'mac/duplicate': 'off' } },
      target: { version: '9.0.0', hypervisor: 'lxc' },
      format: { enabled: false },
      completion: { autoCloseTags: false },
      hover: { links: false, pictures: false },
      workspace: { maxFiles: 10 },
    };
    expect(readSettings(given)).toEqual(given);
  });
});
