import { expect, test } from 'vitest';
import { ExitNotification, HoverRequest, ShutdownRequest } from 'vscode-languageserver';
import { connectClient, fullCapabilities } from '../support/languageClient.ts';

test('the server tells its name, its version and what it can do', async () => {
  const { initialized } = await connectClient();
  expect(initialized.serverInfo).toEqual({ name: 'libvirt-xml', version: '1.2.3' });
  expect(initialized.capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    completionProvider: { triggerCharacters: ['<', '/', ' ', '=', '"', "'"] },
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.libvirt-xml'] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
  });
});

test('a client that cannot pull is announced no pulling', async () => {
  const { initialized } = await connectClient({ capabilities: {} });
  expect(initialized.capabilities.diagnosticProvider).toBeUndefined();
});

test('formatting is not announced to a client that offers it by itself', async () => {
  const { initialized } = await connectClient({ initializationOptions: { registersFormatting: true } });
  expect(initialized.capabilities.documentFormattingProvider).toBeUndefined();
  expect(initialized.capabilities.documentRangeFormattingProvider).toBeUndefined();
});

test.each([null, 'text', 7, { registersFormatting: 'maybe', suggestCommand: 1 }])(
  'initialization options that make no sense are passed over: %o',
  async initializationOptions => {
    const { initialized } = await connectClient({ initializationOptions });
    expect(initialized.capabilities.documentFormattingProvider).toBe(true);
  },
);

test('shutdown is answered and exit ends it', async () => {
  const { connection } = await connectClient({ capabilities: fullCapabilities });
  expect(await connection.sendRequest(ShutdownRequest.type)).toBeNull();
  await connection.sendNotification(ExitNotification.type);
});

test('a document that was never opened gets null', async () => {
  const { connection } = await connectClient();
  const hover = await connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: 'file:///nowhere.xml' },
    position: { line: 0, character: 0 },
  });
  expect(hover).toBeNull();
});
